// C model of OpenSSL's PEM reader. Declarations only.
#pragma once

#include <openssl/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

X509* PEM_read_bio_X509(BIO* b, X509** out, pem_password_cb* f, void* arg);
X509* PEM_read_X509(FILE* file, X509** out, pem_password_cb* f, void* arg);
EVP_PKEY* PEM_read_bio_PrivateKey(BIO* b, EVP_PKEY** out, pem_password_cb* f, void* arg);
EVP_PKEY* PEM_read_PrivateKey(FILE* file, EVP_PKEY** out, pem_password_cb* f, void* arg);
EVP_PKEY* PEM_read_bio_PUBKEY(BIO* b, EVP_PKEY** out, pem_password_cb* f, void* arg);
int PEM_write_bio_X509(BIO* b, X509* cert);
int PEM_write_bio_PrivateKey(BIO* b, const EVP_PKEY* key, const EVP_CIPHER* cipher,
                             const unsigned char* text, int n, pem_password_cb* f, void* arg);

#ifdef __cplusplus
}
#endif
