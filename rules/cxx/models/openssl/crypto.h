// C model of what OpenSSL's headers share. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define OPENSSL_VERSION_NUMBER 0x30000000L
#define OPENSSL_VERSION_MAJOR 3
#define OPENSSL_VERSION_MINOR 0
#define OPENSSL_VERSION_TEXT "OpenSSL 3.0.0"
#define OPENSSL_VERSION 0

typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_md_st EVP_MD;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct engine_st ENGINE;
typedef struct asn1_string_st ASN1_TIME;
typedef struct asn1_string_st ASN1_INTEGER;
typedef struct asn1_string_st ASN1_STRING;
typedef struct asn1_string_st ASN1_OCTET_STRING;
typedef int pem_password_cb(char*, int, int, void*);

void* OPENSSL_malloc(size_t n);
void OPENSSL_free(void* p);
void OPENSSL_cleanse(void* p, size_t n);
const char* OpenSSL_version(int type);
unsigned long OpenSSL_version_num(void);
int OPENSSL_init_crypto(uint64_t options, const void* settings);
void OPENSSL_config(const char* name);
int CRYPTO_memcmp(const void* a, const void* b, size_t n);

#ifdef __cplusplus
}
#endif
