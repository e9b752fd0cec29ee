// C model of OpenSSL's certificates. Declarations only.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct x509_st X509;
typedef struct X509_name_st X509_NAME;
typedef struct X509_req_st X509_REQ;
typedef struct X509_crl_st X509_CRL;
typedef struct x509_store_st X509_STORE;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef struct X509_VERIFY_PARAM_st X509_VERIFY_PARAM;
typedef struct stack_st_X509 STACK_OF_X509;

#define X509_V_OK 0
#define X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT 18
#define X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN 19
#define X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY 20
#define X509_V_ERR_CERT_HAS_EXPIRED 10
#define X509_V_FLAG_CRL_CHECK 0x4
#define X509_V_FLAG_PARTIAL_CHAIN 0x80000
#define X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS 0x4
#define X509_CHECK_FLAG_NO_WILDCARDS 0x2

X509* X509_new(void);
void X509_free(X509* cert);
int X509_up_ref(X509* cert);
X509_NAME* X509_get_subject_name(const X509* cert);
X509_NAME* X509_get_issuer_name(const X509* cert);
EVP_PKEY* X509_get_pubkey(X509* cert);
const ASN1_TIME* X509_get0_notAfter(const X509* cert);
char* X509_NAME_oneline(const X509_NAME* name, char* buffer, int size);
int X509_NAME_get_text_by_NID(X509_NAME* name, int nid, char* buffer, int size);
int X509_digest(const X509* cert, const EVP_MD* type, unsigned char* out, unsigned int* length);
int X509_check_host(X509* cert, const char* name, size_t n, unsigned int flags, char** peer);
int X509_check_ip_asc(X509* cert, const char* ip, unsigned int flags);
int X509_verify(X509* cert, EVP_PKEY* key);
const char* X509_verify_cert_error_string(long error);
X509_STORE* X509_STORE_new(void);
void X509_STORE_free(X509_STORE* store);
int X509_STORE_add_cert(X509_STORE* store, X509* cert);
int X509_STORE_set_flags(X509_STORE* store, unsigned long flags);
int X509_STORE_set_default_paths(X509_STORE* store);
int X509_STORE_load_locations(X509_STORE* store, const char* file, const char* dir);
X509_STORE_CTX* X509_STORE_CTX_new(void);
void X509_STORE_CTX_free(X509_STORE_CTX* ctx);
int X509_STORE_CTX_get_error(const X509_STORE_CTX* ctx);
void X509_STORE_CTX_set_error(X509_STORE_CTX* ctx, int error);
int X509_STORE_CTX_get_error_depth(const X509_STORE_CTX* ctx);
X509* X509_STORE_CTX_get_current_cert(const X509_STORE_CTX* ctx);
void* X509_STORE_CTX_get_ex_data(const X509_STORE_CTX* ctx, int index);
int X509_verify_cert(X509_STORE_CTX* ctx);
X509_VERIFY_PARAM* X509_VERIFY_PARAM_new(void);
void X509_VERIFY_PARAM_free(X509_VERIFY_PARAM* param);
int X509_VERIFY_PARAM_set1_host(X509_VERIFY_PARAM* param, const char* name, size_t n);
int X509_VERIFY_PARAM_set1_ip_asc(X509_VERIFY_PARAM* param, const char* ip);
void X509_VERIFY_PARAM_set_hostflags(X509_VERIFY_PARAM* param, unsigned int flags);
int X509_VERIFY_PARAM_set_flags(X509_VERIFY_PARAM* param, unsigned long flags);

#ifdef __cplusplus
}
#endif
