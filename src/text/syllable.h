/*
 * Whether a word can be a syllable of Vietnamese, by spelling alone: the
 * judge of what is probably garbled text and what is merely foreign.
 */
#ifndef BC_TEXT_SYLLABLE_H
#define BC_TEXT_SYLLABLE_H

#include "base/utf8.h"

enum bc_tone {
	BC_NGANG,
	BC_HUYEN,
	BC_SAC,
	BC_HOI,
	BC_NGA,
	BC_NANG,
};

enum {
	BC_SYLLABLE_LETTERS = 7, /* nghiêng */
};

/* The small vowel `base` (a ă â e ê i o ô ơ u ư y) with `tone`; any other rune unchanged. */
bc_rune bc_vowel_with_tone(bc_rune base, enum bc_tone tone);

/* Whether the letters, small or capital, precomposed, spell a syllable. */
bool bc_is_syllable(const bc_rune *letters, size_t n);

#endif
