// C model of Mbed TLS: https://mbed-tls.readthedocs.io/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mbedtls_ssl_config {
  void* raw[64];
} mbedtls_ssl_config;
typedef struct mbedtls_ssl_context {
  void* raw[64];
} mbedtls_ssl_context;
typedef struct mbedtls_x509_crt {
  void* raw[64];
} mbedtls_x509_crt;
typedef struct mbedtls_pk_context {
  void* raw[4];
} mbedtls_pk_context;
typedef struct mbedtls_net_context {
  int fd;
} mbedtls_net_context;
typedef struct mbedtls_entropy_context {
  void* raw[64];
} mbedtls_entropy_context;
typedef struct mbedtls_ctr_drbg_context {
  void* raw[64];
} mbedtls_ctr_drbg_context;
#define MBEDTLS_SSL_IS_CLIENT 0
#define MBEDTLS_SSL_IS_SERVER 1
#define MBEDTLS_SSL_TRANSPORT_STREAM 0
#define MBEDTLS_SSL_TRANSPORT_DATAGRAM 1
#define MBEDTLS_SSL_PRESET_DEFAULT 0
#define MBEDTLS_SSL_VERIFY_NONE 0
#define MBEDTLS_SSL_VERIFY_OPTIONAL 1
#define MBEDTLS_SSL_VERIFY_REQUIRED 2
#define MBEDTLS_SSL_MAJOR_VERSION_3 3
#define MBEDTLS_SSL_MINOR_VERSION_0 0
#define MBEDTLS_SSL_MINOR_VERSION_1 1
#define MBEDTLS_SSL_MINOR_VERSION_2 2
#define MBEDTLS_SSL_MINOR_VERSION_3 3
#define MBEDTLS_NET_PROTO_TCP 0
#define MBEDTLS_ERR_SSL_WANT_READ (-0x6900)
#define MBEDTLS_ERR_SSL_WANT_WRITE (-0x6880)
#define MBEDTLS_ERR_SSL_TIMEOUT (-0x6800)
#define MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY (-0x7880)

void mbedtls_ssl_init(mbedtls_ssl_context* ssl);
void mbedtls_ssl_free(mbedtls_ssl_context* ssl);
void mbedtls_ssl_config_init(mbedtls_ssl_config* conf);
void mbedtls_ssl_config_free(mbedtls_ssl_config* conf);
int mbedtls_ssl_config_defaults(mbedtls_ssl_config* conf, int endpoint, int transport, int preset);
void mbedtls_ssl_conf_authmode(mbedtls_ssl_config* conf, int mode);
void mbedtls_ssl_set_hs_authmode(mbedtls_ssl_context* ssl, int mode);
void mbedtls_ssl_conf_ca_chain(mbedtls_ssl_config* conf, mbedtls_x509_crt* chain, void* crl);
int mbedtls_ssl_conf_own_cert(mbedtls_ssl_config* conf, mbedtls_x509_crt* cert,
                              mbedtls_pk_context* key);
void mbedtls_ssl_conf_min_version(mbedtls_ssl_config* conf, int major, int minor);
void mbedtls_ssl_conf_max_version(mbedtls_ssl_config* conf, int major, int minor);
void mbedtls_ssl_conf_read_timeout(mbedtls_ssl_config* conf, uint32_t ms);
void mbedtls_ssl_conf_rng(mbedtls_ssl_config* conf, int (*f)(void*, unsigned char*, size_t),
                          void* arg);
void mbedtls_ssl_conf_verify(mbedtls_ssl_config* conf,
                             int (*f)(void*, mbedtls_x509_crt*, int, uint32_t*), void* arg);
int mbedtls_ssl_setup(mbedtls_ssl_context* ssl, const mbedtls_ssl_config* conf);
int mbedtls_ssl_set_hostname(mbedtls_ssl_context* ssl, const char* name);
void mbedtls_ssl_set_bio(mbedtls_ssl_context* ssl, void* bio,
                         int (*send)(void*, const unsigned char*, size_t),
                         int (*recv)(void*, unsigned char*, size_t),
                         int (*recv_timeout)(void*, unsigned char*, size_t, uint32_t));
int mbedtls_ssl_handshake(mbedtls_ssl_context* ssl);
uint32_t mbedtls_ssl_get_verify_result(const mbedtls_ssl_context* ssl);
int mbedtls_ssl_read(mbedtls_ssl_context* ssl, unsigned char* buffer, size_t n);
int mbedtls_ssl_write(mbedtls_ssl_context* ssl, const unsigned char* buffer, size_t n);
int mbedtls_ssl_close_notify(mbedtls_ssl_context* ssl);
void mbedtls_net_init(mbedtls_net_context* ctx);
void mbedtls_net_free(mbedtls_net_context* ctx);
int mbedtls_net_connect(mbedtls_net_context* ctx, const char* host, const char* port, int proto);
int mbedtls_net_send(void* ctx, const unsigned char* buffer, size_t n);
int mbedtls_net_recv(void* ctx, unsigned char* buffer, size_t n);
int mbedtls_net_recv_timeout(void* ctx, unsigned char* buffer, size_t n, uint32_t ms);
void mbedtls_x509_crt_init(mbedtls_x509_crt* crt);
void mbedtls_x509_crt_free(mbedtls_x509_crt* crt);
int mbedtls_x509_crt_parse(mbedtls_x509_crt* crt, const unsigned char* data, size_t n);
int mbedtls_x509_crt_parse_file(mbedtls_x509_crt* crt, const char* file);
int mbedtls_x509_crt_verify_info(char* buffer, size_t n, const char* prefix, uint32_t flags);
void mbedtls_pk_init(mbedtls_pk_context* pk);
void mbedtls_pk_free(mbedtls_pk_context* pk);
void mbedtls_entropy_init(mbedtls_entropy_context* ctx);
void mbedtls_entropy_free(mbedtls_entropy_context* ctx);
int mbedtls_entropy_func(void* ctx, unsigned char* out, size_t n);
void mbedtls_ctr_drbg_init(mbedtls_ctr_drbg_context* ctx);
void mbedtls_ctr_drbg_free(mbedtls_ctr_drbg_context* ctx);
int mbedtls_ctr_drbg_random(void* ctx, unsigned char* out, size_t n);
int mbedtls_ctr_drbg_seed(mbedtls_ctr_drbg_context* ctx, int (*f)(void*, unsigned char*, size_t),
                          void* entropy, const unsigned char* custom, size_t n);
void mbedtls_strerror(int error, char* buffer, size_t n);

#ifdef __cplusplus
}
#endif
