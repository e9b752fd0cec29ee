// C model of OpenSSL's digests and ciphers. Declarations only.
#pragma once

#include <openssl/bio.h>

#ifdef __cplusplus
extern "C" {
#endif

#define EVP_MAX_MD_SIZE 64
#define EVP_MAX_KEY_LENGTH 64
#define EVP_MAX_IV_LENGTH 16
#define EVP_MAX_BLOCK_LENGTH 32
#define EVP_CTRL_GCM_SET_IVLEN 0x9
#define EVP_CTRL_GCM_GET_TAG 0x10
#define EVP_CTRL_GCM_SET_TAG 0x11
#define EVP_PKEY_RSA 6
#define EVP_PKEY_EC 408

const EVP_MD* EVP_md5(void);
const EVP_MD* EVP_sha1(void);
const EVP_MD* EVP_sha224(void);
const EVP_MD* EVP_sha256(void);
const EVP_MD* EVP_sha384(void);
const EVP_MD* EVP_sha512(void);
int EVP_MD_size(const EVP_MD* md);
const EVP_MD* EVP_get_digestbyname(const char* name);
EVP_MD_CTX* EVP_MD_CTX_new(void);
EVP_MD_CTX* EVP_MD_CTX_create(void);
void EVP_MD_CTX_free(EVP_MD_CTX* ctx);
void EVP_MD_CTX_destroy(EVP_MD_CTX* ctx);
int EVP_DigestInit_ex(EVP_MD_CTX* ctx, const EVP_MD* type, ENGINE* engine);
int EVP_DigestUpdate(EVP_MD_CTX* ctx, const void* data, size_t n);
int EVP_DigestFinal_ex(EVP_MD_CTX* ctx, unsigned char* out, unsigned int* length);
const EVP_CIPHER* EVP_aes_128_cbc(void);
const EVP_CIPHER* EVP_aes_256_cbc(void);
const EVP_CIPHER* EVP_aes_128_gcm(void);
const EVP_CIPHER* EVP_aes_256_gcm(void);
const EVP_CIPHER* EVP_aes_256_ctr(void);
EVP_CIPHER_CTX* EVP_CIPHER_CTX_new(void);
void EVP_CIPHER_CTX_free(EVP_CIPHER_CTX* ctx);
int EVP_CIPHER_CTX_ctrl(EVP_CIPHER_CTX* ctx, int type, int n, void* p);
int EVP_CIPHER_CTX_set_padding(EVP_CIPHER_CTX* ctx, int on);
int EVP_EncryptInit_ex(EVP_CIPHER_CTX* ctx, const EVP_CIPHER* type, ENGINE* engine,
                       const unsigned char* key, const unsigned char* iv);
int EVP_EncryptUpdate(EVP_CIPHER_CTX* ctx, unsigned char* out, int* n, const unsigned char* in,
                      int length);
int EVP_EncryptFinal_ex(EVP_CIPHER_CTX* ctx, unsigned char* out, int* n);
int EVP_DecryptInit_ex(EVP_CIPHER_CTX* ctx, const EVP_CIPHER* type, ENGINE* engine,
                       const unsigned char* key, const unsigned char* iv);
int EVP_DecryptUpdate(EVP_CIPHER_CTX* ctx, unsigned char* out, int* n, const unsigned char* in,
                      int length);
int EVP_DecryptFinal_ex(EVP_CIPHER_CTX* ctx, unsigned char* out, int* n);
int EVP_EncodeBlock(unsigned char* to, const unsigned char* from, int n);
int EVP_DecodeBlock(unsigned char* to, const unsigned char* from, int n);
EVP_PKEY* EVP_PKEY_new(void);
void EVP_PKEY_free(EVP_PKEY* key);
int PKCS5_PBKDF2_HMAC(const char* pass, int n, const unsigned char* salt, int salt_n, int iter,
                      const EVP_MD* digest, int length, unsigned char* out);

#ifdef __cplusplus
}
#endif
