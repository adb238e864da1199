#ifndef COMISSOES_CPREFETCH_SHIM_H
#define COMISSOES_CPREFETCH_SHIM_H

/* Swift has no word for it. It asks the processor to have this place of memory near at hand soon,
   and does nothing else: the place need not even exist. */
static inline void cprefetch(const void *place) { __builtin_prefetch(place); }

#endif
