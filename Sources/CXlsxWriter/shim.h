#ifndef COMISSOES_CXLSXWRITER_SHIM_H
#define COMISSOES_CXLSXWRITER_SHIM_H

#include <printf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/* The library prints every number with "%.16G", and 644.31 comes out as 644.3099999999999. The
   double is the right one, but whoever reads the text of the file does not see the amount. glibc
   lets a program say how a conversion prints: here, for that precision, the fewest digits that
   read back as the same double. */

static inline int comissoes_print_double(
    FILE *stream, const struct printf_info *info, const void *const *arguments) {
  double number = *(const double *)arguments[0];
  char text[64];
  int first = info->prec == 16 ? 15 : info->prec;
  int last = info->prec == 16 ? 17 : info->prec;
  for (int digits = first; digits <= last; digits++) {
    snprintf(text, sizeof text, "%.*g", digits, number);
    if (strtod(text, NULL) == number) break;
  }
  char *exponent = strchr(text, 'e');
  if (exponent) *exponent = 'E';
  return fprintf(stream, "%*s", info->left ? -info->width : info->width, text);
}

static inline int comissoes_describe_double(
    const struct printf_info *info, size_t count, int *types, int *sizes) {
  (void)info;
  (void)sizes;
  if (count > 0) types[0] = PA_DOUBLE;
  return 1;
}

/* Zero when the numbers of workbooks are printed so from now on. */
static inline int comissoes_print_shortest_doubles(void) {
  return register_printf_specifier('G', comissoes_print_double, comissoes_describe_double);
}

#endif
