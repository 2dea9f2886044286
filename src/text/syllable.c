/* Spelling: one of the initials, one of the rhymes, a tone that the rhyme can bear. */
#include "text/syllable.h"

#include <utf8proc.h>

static const uint16_t vowels[][6] = {
	/* ngang, huyền, sắc, hỏi, ngã, nặng */
	{'a', 0x00E0, 0x00E1, 0x1EA3, 0x00E3, 0x1EA1},
	{0x0103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7},
	{0x00E2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD},
	{'e', 0x00E8, 0x00E9, 0x1EBB, 0x1EBD, 0x1EB9},
	{0x00EA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7},
	{'i', 0x00EC, 0x00ED, 0x1EC9, 0x0129, 0x1ECB},
	{'o', 0x00F2, 0x00F3, 0x1ECF, 0x00F5, 0x1ECD},
	{0x00F4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9},
	{0x01A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3},
	{'u', 0x00F9, 0x00FA, 0x1EE7, 0x0169, 0x1EE5},
	{0x01B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1},
	{'y', 0x1EF3, 0x00FD, 0x1EF7, 0x1EF9, 0x1EF5},
};

static const char *const initials[] = {"ngh", "ng", "nh", "n",  "gh", "gi", "g",  "kh", "k",
				       "ch",  "c",  "tr", "th", "t",  "ph", "qu", "b",  "d",
				       "đ",   "h",  "l",  "m",  "r",  "s",  "v",  "x",  ""};

/* Without tones; a space on either side of each. */
static const char rhymes[] =
	" a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu "
	"ây"
	" e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
	" i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
	" o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen "
	"oeo"
	" oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
	" u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut"
	" uy uya uych uyên uyêt uynh uyt uyu"
	" ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"
	" y ych yêm yên yêng yêt yêu ynh yt ";

enum {
	VOWELS = sizeof vowels / sizeof *vowels,
	ROOM = 4 * BC_SYLLABLE_LETTERS + 1,
};

bc_rune bc_vowel_with_tone(bc_rune base, enum bc_tone tone)
{
	for (size_t i = 0; i < VOWELS; i++) {
		if (vowels[i][0] == base)
			return vowels[i][tone];
	}
	return base;
}

/* Take the tone off a small letter. */
static enum bc_tone take_tone(bc_rune *letter)
{
	for (size_t i = 0; i < VOWELS; i++) {
		for (int tone = BC_HUYEN; tone <= BC_NANG; tone++) {
			if (vowels[i][tone] == *letter) {
				*letter = vowels[i][0];
				return (enum bc_tone)tone;
			}
		}
	}
	return BC_NGANG;
}

/* The word in small letters without its tone; false when it has two. */
static bool spell(const bc_rune *letters, size_t n, char out[ROOM], enum bc_tone *tone)
{
	size_t size = 0;
	*tone = BC_NGANG;
	for (size_t i = 0; i < n; i++) {
		bc_rune r = (bc_rune)utf8proc_tolower((utf8proc_int32_t)letters[i]);
		enum bc_tone t = take_tone(&r);
		if (t != BC_NGANG && *tone != BC_NGANG)
			return false;
		*tone = t != BC_NGANG ? t : *tone;
		size += (size_t)utf8proc_encode_char((utf8proc_int32_t)r,
						     (utf8proc_uint8_t *)out + size);
	}
	out[size] = '\0';
	return true;
}

static bool is_rhyme(const char *z)
{
	char key[ROOM + 2] = " ";
	size_t n = strlen(z);
	memcpy(key + 1, z, n);
	key[n + 1] = ' ';
	return n > 0 && strstr(rhymes, key);
}

/* A rhyme that ends in c, ch, p, t bears sắc or nặng only. */
static bool bears(const char *spelling, enum bc_tone tone)
{
	size_t n = strlen(spelling);
	char last = spelling[n - 1];
	bool stop = last == 'c' || last == 'k' || last == 'p' || last == 't' ||
		    (n > 1 && last == 'h' && spelling[n - 2] == 'c');
	return !stop || tone == BC_SAC || tone == BC_NANG;
}

bool bc_is_syllable(const bc_rune *letters, size_t n)
{
	char spelling[ROOM];
	enum bc_tone tone;
	if (n == 0 || n > BC_SYLLABLE_LETTERS || !spell(letters, n, spelling, &tone))
		return false;
	for (size_t i = 0; i < sizeof initials / sizeof *initials; i++) {
		size_t k = strlen(initials[i]);
		if (strncmp(spelling, initials[i], k) == 0 && is_rhyme(spelling + k))
			return bears(spelling, tone);
	}
	return false;
}
