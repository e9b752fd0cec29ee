// C model of OpenSSL's MD5. Declarations only.
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MD5_DIGEST_LENGTH 16
typedef struct MD5state_st {
  unsigned int h[32];
} MD5_CTX;
unsigned char* MD5(const unsigned char* data, size_t n, unsigned char* out);
int MD5_Init(MD5_CTX* c);
int MD5_Update(MD5_CTX* c, const void* data, size_t n);
int MD5_Final(unsigned char* out, MD5_CTX* c);

#ifdef __cplusplus
}
#endif
