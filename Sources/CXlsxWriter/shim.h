#ifndef COMISSOES_CXLSXWRITER_SHIM_H
#define COMISSOES_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
