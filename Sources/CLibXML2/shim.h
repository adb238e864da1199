#ifndef COMISSOES_CLIBXML2_SHIM_H
#define COMISSOES_CLIBXML2_SHIM_H

/* Debian's libxml/encoding.h includes the headers of ICU, and Foundation carries its own copy:
   two definitions of UErrorCode. Without this macro the ICU headers stay out. It only changes a
   struct that is never touched by value here. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

/* Global variables and macros that Swift 6 cannot use. */
static inline void clibxml2_free(void *pointer) { xmlFree(pointer); }
static inline unsigned int clibxml2_sax2_magic(void) { return XML_SAX2_MAGIC; }

/* Some errors of the decoders reach no parser context, only these handlers of the thread, and the
   default ones print. The generic one is variadic, which Swift cannot write. */
static void clibxml2_ignore(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}
static void clibxml2_ignore_structured(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}
static inline void clibxml2_silence(void) {
  xmlSetGenericErrorFunc(NULL, clibxml2_ignore);
  xmlSetStructuredErrorFunc(NULL, clibxml2_ignore_structured);
}

#endif
