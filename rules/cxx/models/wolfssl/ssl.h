// C model of wolfSSL: https://www.wolfssl.com/documentation/manuals/wolfssl/. Declarations only.
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct WOLFSSL WOLFSSL;
typedef struct WOLFSSL_CTX WOLFSSL_CTX;
typedef struct WOLFSSL_METHOD WOLFSSL_METHOD;
typedef struct WOLFSSL_X509_STORE_CTX WOLFSSL_X509_STORE_CTX;
typedef int (*VerifyCallback)(int, WOLFSSL_X509_STORE_CTX*);
enum {
  WOLFSSL_VERIFY_NONE = 0,
  WOLFSSL_VERIFY_PEER = 1,
  WOLFSSL_VERIFY_FAIL_IF_NO_PEER_CERT = 2,
  WOLFSSL_FILETYPE_ASN1 = 2,
  WOLFSSL_FILETYPE_PEM = 1,
  WOLFSSL_SUCCESS = 1,
  WOLFSSL_FAILURE = 0
};
enum { WOLFSSL_TLSV1 = 1, WOLFSSL_TLSV1_1 = 2, WOLFSSL_TLSV1_2 = 3, WOLFSSL_TLSV1_3 = 4 };

int wolfSSL_Init(void);
int wolfSSL_Cleanup(void);
WOLFSSL_METHOD* wolfTLS_client_method(void);
WOLFSSL_METHOD* wolfSSLv23_client_method(void);
WOLFSSL_METHOD* wolfSSLv23_server_method(void);
WOLFSSL_METHOD* wolfTLSv1_client_method(void);
WOLFSSL_METHOD* wolfTLSv1_server_method(void);
WOLFSSL_METHOD* wolfTLSv1_1_client_method(void);
WOLFSSL_METHOD* wolfTLSv1_1_server_method(void);
WOLFSSL_METHOD* wolfTLSv1_2_client_method(void);
WOLFSSL_METHOD* wolfTLSv1_2_server_method(void);
WOLFSSL_METHOD* wolfTLSv1_3_client_method(void);
WOLFSSL_METHOD* wolfTLSv1_3_server_method(void);
WOLFSSL_CTX* wolfSSL_CTX_new(WOLFSSL_METHOD* method);
void wolfSSL_CTX_free(WOLFSSL_CTX* ctx);
void wolfSSL_CTX_set_verify(WOLFSSL_CTX* ctx, int mode, VerifyCallback f);
int wolfSSL_CTX_SetMinVersion(WOLFSSL_CTX* ctx, int version);
int wolfSSL_CTX_load_verify_locations(WOLFSSL_CTX* ctx, const char* file, const char* dir);
int wolfSSL_CTX_load_verify_buffer(WOLFSSL_CTX* ctx, const unsigned char* data, long n, int type);
int wolfSSL_CTX_use_certificate_file(WOLFSSL_CTX* ctx, const char* file, int type);
int wolfSSL_CTX_use_PrivateKey_file(WOLFSSL_CTX* ctx, const char* file, int type);
WOLFSSL* wolfSSL_new(WOLFSSL_CTX* ctx);
void wolfSSL_free(WOLFSSL* ssl);
void wolfSSL_set_verify(WOLFSSL* ssl, int mode, VerifyCallback f);
int wolfSSL_check_domain_name(WOLFSSL* ssl, const char* name);
int wolfSSL_set_fd(WOLFSSL* ssl, int fd);
int wolfSSL_connect(WOLFSSL* ssl);
int wolfSSL_accept(WOLFSSL* ssl);
int wolfSSL_read(WOLFSSL* ssl, void* data, int n);
int wolfSSL_write(WOLFSSL* ssl, const void* data, int n);
int wolfSSL_shutdown(WOLFSSL* ssl);
int wolfSSL_get_error(WOLFSSL* ssl, int code);
char* wolfSSL_ERR_error_string(unsigned long error, char* buffer);

#ifdef __cplusplus
}
#endif
