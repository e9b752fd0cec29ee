// C model of rabbitmq-c over TLS. Declarations only.
#pragma once

#include <amqp.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { AMQP_TLSv1 = 1, AMQP_TLSv1_1 = 2, AMQP_TLSv1_2 = 3, AMQP_TLSv1_3 = 4, AMQP_TLSvLATEST = 0xFFFF } amqp_tls_version_t;
amqp_socket_t* amqp_ssl_socket_new(amqp_connection_state_t state);
int amqp_ssl_socket_set_cacert(amqp_socket_t* self, const char* file);
int amqp_ssl_socket_set_key(amqp_socket_t* self, const char* cert, const char* key);
void amqp_ssl_socket_set_verify(amqp_socket_t* self, amqp_boolean_t on);
void amqp_ssl_socket_set_verify_peer(amqp_socket_t* self, amqp_boolean_t on);
void amqp_ssl_socket_set_verify_hostname(amqp_socket_t* self, amqp_boolean_t on);
int amqp_ssl_socket_set_ssl_versions(amqp_socket_t* self, amqp_tls_version_t min,
                                     amqp_tls_version_t max);

#ifdef __cplusplus
}
#endif
