/*
 * A 64-bit hash of bytes: for tables in memory and for names made from
 * content.  The same on every machine; no protection against an attacker.
 */
#ifndef BC_BASE_HASH_H
#define BC_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

static inline uint64_t bc_hash_mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * UINT64_C(0x9e3779b97f4a7c15); /* 2^64 / golden ratio, odd */
	return h ^ h >> 29;
}

/* The first `n` <= 8 bytes at `p`, least significant first. */
static inline uint64_t bc_hash_word(const char *p, size_t n)
{
	uint64_t word = 0;
	for (size_t i = 0; i < n; i++)
		word |= (uint64_t)(unsigned char)p[i] << 8 * i;
	return word;
}

/* Different seeds give independent hashes. */
static inline uint64_t bc_hash(struct bc_str s, uint64_t seed)
{
	uint64_t h = bc_hash_mix(seed, s.n);
	size_t at = 0;
	for (; s.n - at >= 8; at += 8)
		h = bc_hash_mix(h, bc_hash_word(s.p + at, 8));
	if (at < s.n)
		h = bc_hash_mix(h, bc_hash_word(s.p + at, s.n - at));
	return bc_hash_mix(h, h >> 32);
}

#endif
