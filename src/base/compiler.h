/*
 * What the compilers offer beyond C17, under one set of names.
 */
#ifndef BC_BASE_COMPILER_H
#define BC_BASE_COMPILER_H

#define BC_MUST_CHECK __attribute__((warn_unused_result))
#define BC_NORETURN   __attribute__((noreturn))
#define BC_PUBLIC     __attribute__((visibility("default")))

__extension__ typedef __int128 bc_int128;

#endif
