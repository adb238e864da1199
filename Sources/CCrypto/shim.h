#ifndef COMISSOES_CCRYPTO_SHIM_H
#define COMISSOES_CCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/sha.h>

#endif
