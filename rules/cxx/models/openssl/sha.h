// C model of OpenSSL's SHA functions. Declarations only.
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SHA_DIGEST_LENGTH 20
#define SHA256_DIGEST_LENGTH 32
#define SHA512_DIGEST_LENGTH 64
typedef struct SHAstate_st {
  unsigned int h[32];
} SHA_CTX;
typedef struct SHA256state_st {
  unsigned int h[32];
} SHA256_CTX;
unsigned char* SHA1(const unsigned char* data, size_t n, unsigned char* out);
unsigned char* SHA256(const unsigned char* data, size_t n, unsigned char* out);
unsigned char* SHA512(const unsigned char* data, size_t n, unsigned char* out);
int SHA1_Init(SHA_CTX* c);
int SHA1_Update(SHA_CTX* c, const void* data, size_t n);
int SHA1_Final(unsigned char* out, SHA_CTX* c);
int SHA256_Init(SHA256_CTX* c);
int SHA256_Update(SHA256_CTX* c, const void* data, size_t n);
int SHA256_Final(unsigned char* out, SHA256_CTX* c);

#ifdef __cplusplus
}
#endif
