#ifndef COMISSOES_CZLIB_SHIM_H
#define COMISSOES_CZLIB_SHIM_H

#include <zlib.h>

/* inflateInit2 is a macro, which Swift cannot import. Negative window bits mean a raw stream,
   as zip stores it. */
static inline int czlib_inflate_init_raw(z_streamp stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

/* A stream with the header and the checksum of gzip. */
static inline int czlib_deflate_init_gzip(z_streamp stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
}

static inline int czlib_inflate_init_gzip(z_streamp stream) {
  return inflateInit2(stream, MAX_WBITS + 16);
}

#endif
