// C model of OpenSSL's libssl: https://docs.openssl.org/master/man7/ssl/. Declarations only.
#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;
typedef struct ssl_session_st SSL_SESSION;
typedef struct ssl_cipher_st SSL_CIPHER;
typedef struct ssl_conf_ctx_st SSL_CONF_CTX;
typedef int (*SSL_verify_cb)(int, X509_STORE_CTX*);

#define SSL_VERIFY_NONE 0x00
#define SSL_VERIFY_PEER 0x01
#define SSL_VERIFY_FAIL_IF_NO_PEER_CERT 0x02
#define SSL_VERIFY_CLIENT_ONCE 0x04
#define SSL_VERIFY_POST_HANDSHAKE 0x08
#define SSL_FILETYPE_PEM 1
#define SSL_FILETYPE_ASN1 2
#define SSL_ERROR_NONE 0
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_WANT_X509_LOOKUP 4
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6
#define SSL_ERROR_WANT_CONNECT 7
#define SSL_ERROR_WANT_ACCEPT 8
#define SSL_OP_ALL 0x80000050L
#define SSL_OP_NO_SSLv2 0x0L
#define SSL_OP_NO_SSLv3 0x02000000L
#define SSL_OP_NO_TLSv1 0x04000000L
#define SSL_OP_NO_TLSv1_2 0x08000000L
#define SSL_OP_NO_TLSv1_1 0x10000000L
#define SSL_OP_NO_TLSv1_3 0x20000000L
#define SSL_OP_NO_COMPRESSION 0x00020000L
#define SSL_OP_NO_TICKET 0x00004000L
#define SSL_OP_NO_RENEGOTIATION 0x40000000L
#define SSL_OP_SINGLE_DH_USE 0x0L
#define SSL_OP_SINGLE_ECDH_USE 0x0L
#define SSL_OP_CIPHER_SERVER_PREFERENCE 0x00400000L
#define SSL_OP_IGNORE_UNEXPECTED_EOF 0x80L
#define SSL_MODE_ENABLE_PARTIAL_WRITE 1L
#define SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER 2L
#define SSL_MODE_AUTO_RETRY 4L
#define SSL_MODE_RELEASE_BUFFERS 16L
#define SSL_SESS_CACHE_OFF 0
#define SSL_SESS_CACHE_CLIENT 1
#define SSL_SESS_CACHE_SERVER 2
#define SSL_SENT_SHUTDOWN 1
#define SSL_RECEIVED_SHUTDOWN 2
#define SSL3_VERSION 0x0300
#define TLS1_VERSION 0x0301
#define TLS1_1_VERSION 0x0302
#define TLS1_2_VERSION 0x0303
#define TLS1_3_VERSION 0x0304
#define DTLS1_VERSION 0xFEFF
#define DTLS1_2_VERSION 0xFEFD
#define SSL_TLSEXT_ERR_OK 0
#define SSL_TLSEXT_ERR_ALERT_FATAL 2
#define SSL_TLSEXT_ERR_NOACK 3
#define TLSEXT_NAMETYPE_host_name 0
#define OPENSSL_INIT_LOAD_SSL_STRINGS 0x00200000L
#define OPENSSL_INIT_LOAD_CRYPTO_STRINGS 0x2L
#define OPENSSL_INIT_SSL_DEFAULT 0x0L

const SSL_METHOD* TLS_method(void);
const SSL_METHOD* TLS_client_method(void);
const SSL_METHOD* TLS_server_method(void);
const SSL_METHOD* SSLv23_method(void);
const SSL_METHOD* SSLv23_client_method(void);
const SSL_METHOD* SSLv23_server_method(void);
const SSL_METHOD* SSLv2_method(void);
const SSL_METHOD* SSLv2_client_method(void);
const SSL_METHOD* SSLv2_server_method(void);
const SSL_METHOD* SSLv3_method(void);
const SSL_METHOD* SSLv3_client_method(void);
const SSL_METHOD* SSLv3_server_method(void);
const SSL_METHOD* TLSv1_method(void);
const SSL_METHOD* TLSv1_client_method(void);
const SSL_METHOD* TLSv1_server_method(void);
const SSL_METHOD* TLSv1_1_method(void);
const SSL_METHOD* TLSv1_1_client_method(void);
const SSL_METHOD* TLSv1_1_server_method(void);
const SSL_METHOD* TLSv1_2_method(void);
const SSL_METHOD* TLSv1_2_client_method(void);
const SSL_METHOD* TLSv1_2_server_method(void);
const SSL_METHOD* DTLS_method(void);
const SSL_METHOD* DTLS_client_method(void);
const SSL_METHOD* DTLS_server_method(void);
const SSL_METHOD* DTLSv1_method(void);
const SSL_METHOD* DTLSv1_client_method(void);
const SSL_METHOD* DTLSv1_server_method(void);

int OPENSSL_init_ssl(uint64_t options, const void* settings);
int SSL_library_init(void);
void SSL_load_error_strings(void);
int OpenSSL_add_ssl_algorithms(void);
void OpenSSL_add_all_algorithms(void);
void EVP_cleanup(void);
void CRYPTO_cleanup_all_ex_data(void);

SSL_CTX* SSL_CTX_new(const SSL_METHOD* method);
void SSL_CTX_free(SSL_CTX* ctx);
int SSL_CTX_up_ref(SSL_CTX* ctx);
void SSL_CTX_set_verify(SSL_CTX* ctx, int mode, SSL_verify_cb f);
void SSL_CTX_set_verify_depth(SSL_CTX* ctx, int depth);
int SSL_CTX_get_verify_mode(const SSL_CTX* ctx);
void SSL_CTX_set_cert_verify_callback(SSL_CTX* ctx, int (*f)(X509_STORE_CTX*, void*), void* arg);
int SSL_CTX_set_min_proto_version(SSL_CTX* ctx, int version);
int SSL_CTX_set_max_proto_version(SSL_CTX* ctx, int version);
uint64_t SSL_CTX_set_options(SSL_CTX* ctx, uint64_t options);
uint64_t SSL_CTX_clear_options(SSL_CTX* ctx, uint64_t options);
uint64_t SSL_CTX_get_options(const SSL_CTX* ctx);
long SSL_CTX_set_mode(SSL_CTX* ctx, long mode);
long SSL_CTX_set_timeout(SSL_CTX* ctx, long seconds);
long SSL_CTX_set_session_cache_mode(SSL_CTX* ctx, long mode);
int SSL_CTX_set_session_id_context(SSL_CTX* ctx, const unsigned char* id, unsigned int length);
int SSL_CTX_set_cipher_list(SSL_CTX* ctx, const char* list);
int SSL_CTX_set_ciphersuites(SSL_CTX* ctx, const char* list);
int SSL_CTX_set1_groups_list(SSL_CTX* ctx, const char* list);
int SSL_CTX_load_verify_locations(SSL_CTX* ctx, const char* file, const char* dir);
int SSL_CTX_load_verify_file(SSL_CTX* ctx, const char* file);
int SSL_CTX_load_verify_dir(SSL_CTX* ctx, const char* dir);
int SSL_CTX_set_default_verify_paths(SSL_CTX* ctx);
int SSL_CTX_use_certificate(SSL_CTX* ctx, X509* cert);
int SSL_CTX_use_certificate_file(SSL_CTX* ctx, const char* file, int type);
int SSL_CTX_use_certificate_chain_file(SSL_CTX* ctx, const char* file);
int SSL_CTX_use_PrivateKey(SSL_CTX* ctx, EVP_PKEY* key);
int SSL_CTX_use_PrivateKey_file(SSL_CTX* ctx, const char* file, int type);
int SSL_CTX_use_RSAPrivateKey_file(SSL_CTX* ctx, const char* file, int type);
int SSL_CTX_check_private_key(const SSL_CTX* ctx);
void SSL_CTX_set_default_passwd_cb(SSL_CTX* ctx, int (*f)(char*, int, int, void*));
void SSL_CTX_set_default_passwd_cb_userdata(SSL_CTX* ctx, void* arg);
X509_STORE* SSL_CTX_get_cert_store(const SSL_CTX* ctx);
void SSL_CTX_set_cert_store(SSL_CTX* ctx, X509_STORE* store);
void SSL_CTX_set_client_CA_list(SSL_CTX* ctx, void* list);
X509_VERIFY_PARAM* SSL_CTX_get0_param(SSL_CTX* ctx);
int SSL_CTX_set1_param(SSL_CTX* ctx, X509_VERIFY_PARAM* param);
int SSL_CTX_set_alpn_protos(SSL_CTX* ctx, const unsigned char* protos, unsigned int length);
void SSL_CTX_set_alpn_select_cb(SSL_CTX* ctx,
                                int (*f)(SSL*, const unsigned char**, unsigned char*,
                                         const unsigned char*, unsigned int, void*),
                                void* arg);
void SSL_CTX_set_info_callback(SSL_CTX* ctx, void (*f)(const SSL*, int, int));
void SSL_CTX_set_keylog_callback(SSL_CTX* ctx, void (*f)(const SSL*, const char*));
int SSL_CTX_set_ecdh_auto(SSL_CTX* ctx, int on);
long SSL_CTX_set_tmp_dh(SSL_CTX* ctx, void* dh);
int SSL_CTX_set_ex_data(SSL_CTX* ctx, int index, void* data);
void* SSL_CTX_get_ex_data(const SSL_CTX* ctx, int index);
int SSL_CTX_set_tlsext_servername_callback(SSL_CTX* ctx, int (*f)(SSL*, int*, void*));

SSL* SSL_new(SSL_CTX* ctx);
void SSL_free(SSL* ssl);
int SSL_set_fd(SSL* ssl, int fd);
int SSL_set_rfd(SSL* ssl, int fd);
int SSL_set_wfd(SSL* ssl, int fd);
int SSL_get_fd(const SSL* ssl);
void SSL_set_bio(SSL* ssl, BIO* read, BIO* write);
BIO* SSL_get_rbio(const SSL* ssl);
BIO* SSL_get_wbio(const SSL* ssl);
void SSL_set_verify(SSL* ssl, int mode, SSL_verify_cb f);
void SSL_set_verify_depth(SSL* ssl, int depth);
long SSL_get_verify_result(const SSL* ssl);
int SSL_set1_host(SSL* ssl, const char* name);
int SSL_add1_host(SSL* ssl, const char* name);
void SSL_set_hostflags(SSL* ssl, unsigned int flags);
const char* SSL_get0_peername(SSL* ssl);
X509_VERIFY_PARAM* SSL_get0_param(SSL* ssl);
int SSL_set_tlsext_host_name(SSL* ssl, const char* name);
const char* SSL_get_servername(const SSL* ssl, int type);
int SSL_set_min_proto_version(SSL* ssl, int version);
int SSL_set_max_proto_version(SSL* ssl, int version);
uint64_t SSL_set_options(SSL* ssl, uint64_t options);
long SSL_set_mode(SSL* ssl, long mode);
int SSL_set_cipher_list(SSL* ssl, const char* list);
void SSL_set_connect_state(SSL* ssl);
void SSL_set_accept_state(SSL* ssl);
int SSL_connect(SSL* ssl);
int SSL_accept(SSL* ssl);
int SSL_do_handshake(SSL* ssl);
int SSL_is_init_finished(const SSL* ssl);
int SSL_read(SSL* ssl, void* buffer, int n);
int SSL_read_ex(SSL* ssl, void* buffer, size_t n, size_t* read);
int SSL_peek(SSL* ssl, void* buffer, int n);
int SSL_write(SSL* ssl, const void* buffer, int n);
int SSL_write_ex(SSL* ssl, const void* buffer, size_t n, size_t* written);
int SSL_pending(const SSL* ssl);
int SSL_shutdown(SSL* ssl);
void SSL_set_shutdown(SSL* ssl, int mode);
int SSL_get_shutdown(const SSL* ssl);
int SSL_clear(SSL* ssl);
int SSL_get_error(const SSL* ssl, int result);
const char* SSL_state_string_long(const SSL* ssl);
X509* SSL_get_peer_certificate(const SSL* ssl);
X509* SSL_get1_peer_certificate(const SSL* ssl);
X509* SSL_get0_peer_certificate(const SSL* ssl);
const char* SSL_get_version(const SSL* ssl);
int SSL_version(const SSL* ssl);
const SSL_CIPHER* SSL_get_current_cipher(const SSL* ssl);
const char* SSL_get_cipher(const SSL* ssl);
const char* SSL_CIPHER_get_name(const SSL_CIPHER* cipher);
SSL_CTX* SSL_get_SSL_CTX(const SSL* ssl);
SSL_SESSION* SSL_get1_session(SSL* ssl);
int SSL_set_session(SSL* ssl, SSL_SESSION* session);
void SSL_SESSION_free(SSL_SESSION* session);
int SSL_session_reused(const SSL* ssl);
void SSL_get0_alpn_selected(const SSL* ssl, const unsigned char** data, unsigned int* length);
int SSL_set_ex_data(SSL* ssl, int index, void* data);
void* SSL_get_ex_data(const SSL* ssl, int index);
int SSL_get_ex_data_X509_STORE_CTX_idx(void);
int SSL_set_alpn_protos(SSL* ssl, const unsigned char* protos, unsigned int length);

BIO* BIO_new_ssl(SSL_CTX* ctx, int client);
BIO* BIO_new_ssl_connect(SSL_CTX* ctx);
BIO* BIO_new_buffer_ssl_connect(SSL_CTX* ctx);
#define BIO_C_SET_SSL 109
#define BIO_C_GET_SSL 110
#define BIO_set_ssl(b, ssl, c) BIO_ctrl(b, BIO_C_SET_SSL, c, (char*)(ssl))
#define BIO_get_ssl(b, out) BIO_ctrl(b, BIO_C_GET_SSL, 0, (char*)(out))

#ifdef __cplusplus
}
#endif
