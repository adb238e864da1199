#ifndef COMISSOES_CZLIB_SHIM_H
#define COMISSOES_CZLIB_SHIM_H

#include <zlib.h>

/* inflateInit2 is a macro, which Swift cannot import. Negative window bits mean a raw stream,
   as zip stores it. */
static inline int czlib_inflate_init_raw(z_streamp stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

#endif
