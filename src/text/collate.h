/*
 * The order of a Vietnamese dictionary, and of a list of people.
 */
#ifndef BC_TEXT_COLLATE_H
#define BC_TEXT_COLLATE_H

#include "base/str.h"

/*
 * <0, 0, >0 as `a` (NFC) stands before `b`, is the same bytes, or stands behind
 * it; an order of all texts.
 *
 * What is compared, each only where all before it is the same:
 * - syllable by syllable: numbers before words.  Numbers by value; each run of
 *   ASCII digits is one, so that 1.10 stands behind 1.9.  Words by their
 *   letters (a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y
 *   z, then those of other scripts), then by tone (ngang huyền hỏi ngã sắc
 *   nặng), wherever its mark stands: hòa is hoà.  What is neither letter nor
 *   digit only parts syllables: Hoa Bình, Hòa An, Hòa-An;
 * - case, small letters first;
 * - code points.
 */
int bc_collate(struct bc_str a, struct bc_str b);

/*
 * The same for people's names: by the given name (tên), which is what stands
 * behind the last space, then by the family name and those in the middle (họ,
 * tên đệm) in this order, then as above.
 */
int bc_collate_people(struct bc_str a, struct bc_str b);

#endif
