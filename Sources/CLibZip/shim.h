#ifndef COMISSOES_CLIBZIP_SHIM_H
#define COMISSOES_CLIBZIP_SHIM_H

#include <zip.h>

#endif
