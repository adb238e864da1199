#ifndef COMISSOES_CICU_SHIM_H
#define COMISSOES_CICU_SHIM_H

/* Foundation carries headers of another ICU, whose UErrorCode has more cases: whoever sees both is
   refused two definitions of one name. So this one gets another. */
#define UErrorCode cicu_UErrorCode
#include <unicode/unorm2.h>
#undef UErrorCode

/* The functions of ICU bear its version in their names, by macros that Swift does not see. */

/* Nil when the tables cannot be had. */
static inline const UNormalizer2 *cicu_nfc(void) {
  cicu_UErrorCode code = U_ZERO_ERROR;
  return unorm2_getNFCInstance(&code);
}

static inline const UNormalizer2 *cicu_nfd(void) {
  cicu_UErrorCode code = U_ZERO_ERROR;
  return unorm2_getNFDInstance(&code);
}

static inline const UNormalizer2 *cicu_nfkd(void) {
  cicu_UErrorCode code = U_ZERO_ERROR;
  return unorm2_getNFKDInstance(&code);
}

/* How many units the normal form has, which is more than there is room for when they do not fit;
   -1 when it cannot be made. */
static inline int32_t cicu_normalize(
    const UNormalizer2 *form, const UChar *text, int32_t count, UChar *room, int32_t capacity) {
  cicu_UErrorCode code = U_ZERO_ERROR;
  int32_t needed = unorm2_normalize(form, text, count, room, capacity, &code);
  return U_SUCCESS(code) || code == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}

#endif
