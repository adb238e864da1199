#ifndef COMISSOES_CLIBXML2_SHIM_H
#define COMISSOES_CLIBXML2_SHIM_H

/* Debian's libxml/encoding.h includes the headers of ICU, and Foundation carries its own copy:
   two definitions of UErrorCode. Without this macro the ICU headers stay out. It only changes a
   struct that is never touched by value here. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

/* Global variables and macros that Swift 6 cannot use. */
static inline void clibxml2_free(void *pointer) { xmlFree(pointer); }
static inline unsigned int clibxml2_sax2_magic(void) { return XML_SAX2_MAGIC; }

#endif
