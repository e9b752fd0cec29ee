// C model of GnuTLS: https://www.gnutls.org/manual/. Declarations only.
#pragma once

#include <stddef.h>
#if __has_include(<sys/types.h>)
#include <sys/types.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gnutls_session_int* gnutls_session_t;
typedef struct gnutls_certificate_credentials_st* gnutls_certificate_credentials_t;
typedef struct gnutls_priority_st* gnutls_priority_t;
typedef void* gnutls_transport_ptr_t;
typedef struct {
  unsigned char* data;
  unsigned int size;
} gnutls_datum_t;
typedef enum { GNUTLS_CRD_CERTIFICATE = 1, GNUTLS_CRD_ANON, GNUTLS_CRD_SRP, GNUTLS_CRD_PSK } gnutls_credentials_type_t;
typedef enum { GNUTLS_X509_FMT_DER = 0, GNUTLS_X509_FMT_PEM = 1 } gnutls_x509_crt_fmt_t;
typedef enum { GNUTLS_CERT_IGNORE = 0, GNUTLS_CERT_REQUEST = 1, GNUTLS_CERT_REQUIRE = 2 } gnutls_certificate_request_t;
typedef enum { GNUTLS_SHUT_RDWR = 0, GNUTLS_SHUT_WR = 1 } gnutls_close_request_t;
typedef enum { GNUTLS_NAME_DNS = 1 } gnutls_server_name_type_t;
typedef int gnutls_certificate_verify_function(gnutls_session_t);
#define GNUTLS_SERVER 1
#define GNUTLS_CLIENT 2
#define GNUTLS_NONBLOCK 8
#define GNUTLS_E_SUCCESS 0
#define GNUTLS_E_AGAIN (-28)
#define GNUTLS_E_INTERRUPTED (-52)
#define GNUTLS_INDEFINITE_TIMEOUT ((unsigned int)-2)
#define GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT ((unsigned int)-1)

int gnutls_global_init(void);
void gnutls_global_deinit(void);
int gnutls_init(gnutls_session_t* session, unsigned int flags);
void gnutls_deinit(gnutls_session_t session);
int gnutls_handshake(gnutls_session_t session);
void gnutls_handshake_set_timeout(gnutls_session_t session, unsigned int ms);
void gnutls_record_set_timeout(gnutls_session_t session, unsigned int ms);
int gnutls_bye(gnutls_session_t session, gnutls_close_request_t how);
ssize_t gnutls_record_send(gnutls_session_t session, const void* data, size_t n);
ssize_t gnutls_record_recv(gnutls_session_t session, void* data, size_t n);
void gnutls_transport_set_int2(gnutls_session_t session, int recv, int send);
#define gnutls_transport_set_int(s, i) gnutls_transport_set_int2(s, i, i)
void gnutls_transport_set_ptr(gnutls_session_t session, gnutls_transport_ptr_t p);
int gnutls_server_name_set(gnutls_session_t session, gnutls_server_name_type_t type,
                           const void* name, size_t n);
int gnutls_set_default_priority(gnutls_session_t session);
int gnutls_priority_set_direct(gnutls_session_t session, const char* priorities,
                               const char** error);
int gnutls_priority_init(gnutls_priority_t* cache, const char* priorities, const char** error);
int gnutls_priority_set(gnutls_session_t session, gnutls_priority_t priority);
int gnutls_credentials_set(gnutls_session_t session, gnutls_credentials_type_t type, void* cred);
void gnutls_session_set_verify_cert(gnutls_session_t session, const char* host, unsigned flags);
int gnutls_certificate_verify_peers2(gnutls_session_t session, unsigned int* status);
int gnutls_certificate_verify_peers3(gnutls_session_t session, const char* host,
                                     unsigned int* status);
int gnutls_certificate_allocate_credentials(gnutls_certificate_credentials_t* cred);
void gnutls_certificate_free_credentials(gnutls_certificate_credentials_t cred);
int gnutls_certificate_set_x509_system_trust(gnutls_certificate_credentials_t cred);
int gnutls_certificate_set_x509_trust_file(gnutls_certificate_credentials_t cred, const char* file,
                                           gnutls_x509_crt_fmt_t format);
int gnutls_certificate_set_x509_key_file(gnutls_certificate_credentials_t cred, const char* cert,
                                         const char* key, gnutls_x509_crt_fmt_t format);
void gnutls_certificate_set_verify_function(gnutls_certificate_credentials_t cred,
                                            gnutls_certificate_verify_function* f);
void gnutls_certificate_server_set_request(gnutls_session_t session,
                                           gnutls_certificate_request_t request);
const char* gnutls_strerror(int error);
int gnutls_error_is_fatal(int error);

#ifdef __cplusplus
}
#endif
