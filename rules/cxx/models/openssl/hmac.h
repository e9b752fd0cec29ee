// C model of OpenSSL's HMAC. Declarations only.
#pragma once

#include <openssl/evp.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct hmac_ctx_st HMAC_CTX;
unsigned char* HMAC(const EVP_MD* md, const void* key, int key_n, const unsigned char* data,
                    size_t n, unsigned char* out, unsigned int* length);
HMAC_CTX* HMAC_CTX_new(void);
void HMAC_CTX_free(HMAC_CTX* ctx);
int HMAC_Init_ex(HMAC_CTX* ctx, const void* key, int n, const EVP_MD* md, ENGINE* engine);
int HMAC_Update(HMAC_CTX* ctx, const unsigned char* data, size_t n);
int HMAC_Final(HMAC_CTX* ctx, unsigned char* out, unsigned int* length);

#ifdef __cplusplus
}
#endif
