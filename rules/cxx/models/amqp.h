// C model of rabbitmq-c: http://alanxz.github.io/rabbitmq-c/docs/. Declarations only.
#pragma once

#define AMQP_VERSION_MAJOR 0
#define AMQP_VERSION_MINOR 13
#define AMQP_VERSION_PATCH 0
#define AMQP_VERSION 0x000d0000

#include <stddef.h>
#include <stdint.h>
#if __has_include(<sys/time.h>)
#include <sys/time.h>
#endif
#if __has_include(<sys/types.h>)
#include <sys/types.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef int amqp_boolean_t;
typedef uint32_t amqp_method_number_t;
typedef uint32_t amqp_flags_t;
typedef uint16_t amqp_channel_t;
typedef struct amqp_bytes_t_ {
  size_t len;
  void* bytes;
} amqp_bytes_t;
typedef struct amqp_table_t_ {
  int num_entries;
  struct amqp_table_entry_t_* entries;
} amqp_table_t;
typedef struct amqp_method_t_ {
  amqp_method_number_t id;
  void* decoded;
} amqp_method_t;
typedef enum {
  AMQP_RESPONSE_NONE,
  AMQP_RESPONSE_NORMAL,
  AMQP_RESPONSE_LIBRARY_EXCEPTION,
  AMQP_RESPONSE_SERVER_EXCEPTION
} amqp_response_type_enum;
typedef struct amqp_rpc_reply_t_ {
  amqp_response_type_enum reply_type;
  amqp_method_t reply;
  int library_error;
} amqp_rpc_reply_t;
typedef struct amqp_basic_properties_t_ {
  amqp_flags_t _flags;
  amqp_bytes_t content_type, content_encoding;
  amqp_table_t headers;
  uint8_t delivery_mode, priority;
  amqp_bytes_t correlation_id, reply_to, expiration, message_id;
  uint64_t timestamp;
  amqp_bytes_t type, user_id, app_id, cluster_id;
} amqp_basic_properties_t;
typedef struct amqp_message_t_ {
  amqp_basic_properties_t properties;
  amqp_bytes_t body;
} amqp_message_t;
typedef struct amqp_envelope_t_ {
  amqp_channel_t channel;
  amqp_bytes_t consumer_tag;
  uint64_t delivery_tag;
  amqp_boolean_t redelivered;
  amqp_bytes_t exchange, routing_key;
  amqp_message_t message;
} amqp_envelope_t;
typedef struct amqp_frame_t_ {
  uint8_t frame_type;
  amqp_channel_t channel;
} amqp_frame_t;
typedef struct amqp_connection_state_t_* amqp_connection_state_t;
typedef struct amqp_socket_t_ amqp_socket_t;
typedef enum { AMQP_SASL_METHOD_UNDEFINED = -1, AMQP_SASL_METHOD_PLAIN = 0, AMQP_SASL_METHOD_EXTERNAL = 1 } amqp_sasl_method_enum;
typedef struct amqp_channel_open_ok_t_ amqp_channel_open_ok_t;
typedef struct amqp_queue_declare_ok_t_ {
  amqp_bytes_t queue;
  uint32_t message_count, consumer_count;
} amqp_queue_declare_ok_t;
typedef struct amqp_queue_bind_ok_t_ amqp_queue_bind_ok_t;
typedef struct amqp_exchange_declare_ok_t_ amqp_exchange_declare_ok_t;
typedef struct amqp_basic_consume_ok_t_ amqp_basic_consume_ok_t;
typedef struct amqp_basic_qos_ok_t_ amqp_basic_qos_ok_t;
typedef struct amqp_connection_close_t_ {
  uint16_t reply_code;
  amqp_bytes_t reply_text;
} amqp_connection_close_t;
typedef amqp_connection_close_t amqp_channel_close_t;
struct amqp_connection_info {
  char* user;
  char* password;
  char* host;
  char* vhost;
  int port;
  amqp_boolean_t ssl;
};

#define AMQP_REPLY_SUCCESS 200
#define AMQP_DEFAULT_MAX_CHANNELS 0
#define AMQP_DEFAULT_FRAME_SIZE 131072
#define AMQP_DEFAULT_HEARTBEAT 0
#define AMQP_STATUS_OK 0
#define AMQP_STATUS_TIMEOUT (-13)
#define AMQP_STATUS_UNEXPECTED_STATE (-16)
#define AMQP_STATUS_SOCKET_ERROR (-9)
#define AMQP_STATUS_CONNECTION_CLOSED (-7)
#define AMQP_BASIC_CONTENT_TYPE_FLAG (1 << 15)
#define AMQP_BASIC_HEADERS_FLAG (1 << 13)
#define AMQP_BASIC_DELIVERY_MODE_FLAG (1 << 12)
#define AMQP_BASIC_CORRELATION_ID_FLAG (1 << 10)
#define AMQP_BASIC_REPLY_TO_FLAG (1 << 9)
#define AMQP_BASIC_MESSAGE_ID_FLAG (1 << 7)
#define AMQP_CONNECTION_CLOSE_METHOD ((amqp_method_number_t)0x000A0032)
#define AMQP_CHANNEL_CLOSE_METHOD ((amqp_method_number_t)0x00140028)
#define AMQP_BASIC_DELIVER_METHOD ((amqp_method_number_t)0x003C003C)
extern const amqp_bytes_t amqp_empty_bytes;
extern const amqp_table_t amqp_empty_table;

amqp_connection_state_t amqp_new_connection(void);
int amqp_destroy_connection(amqp_connection_state_t state);
int amqp_get_sockfd(amqp_connection_state_t state);
void amqp_set_sockfd(amqp_connection_state_t state, int fd);
int amqp_open_socket(const char* host, int port);
int amqp_open_socket_noblock(const char* host, int port, const struct timeval* timeout);
amqp_socket_t* amqp_tcp_socket_new(amqp_connection_state_t state);
int amqp_socket_open(amqp_socket_t* self, const char* host, int port);
int amqp_socket_open_noblock(amqp_socket_t* self, const char* host, int port,
                             const struct timeval* timeout);
int amqp_set_rpc_timeout(amqp_connection_state_t state, const struct timeval* timeout);
int amqp_set_handshake_timeout(amqp_connection_state_t state, const struct timeval* timeout);
amqp_rpc_reply_t amqp_login(amqp_connection_state_t state, const char* vhost, int channel_max,
                            int frame_max, int heartbeat, amqp_sasl_method_enum method, ...);
amqp_rpc_reply_t amqp_login_with_properties(amqp_connection_state_t state, const char* vhost,
                                            int channel_max, int frame_max, int heartbeat,
                                            const amqp_table_t* properties,
                                            amqp_sasl_method_enum method, ...);
amqp_rpc_reply_t amqp_get_rpc_reply(amqp_connection_state_t state);
amqp_channel_open_ok_t* amqp_channel_open(amqp_connection_state_t state, amqp_channel_t channel);
amqp_rpc_reply_t amqp_channel_close(amqp_connection_state_t state, amqp_channel_t channel,
                                    int code);
amqp_rpc_reply_t amqp_connection_close(amqp_connection_state_t state, int code);
amqp_exchange_declare_ok_t* amqp_exchange_declare(amqp_connection_state_t state,
                                                  amqp_channel_t channel, amqp_bytes_t exchange,
                                                  amqp_bytes_t type, amqp_boolean_t passive,
                                                  amqp_boolean_t durable,
                                                  amqp_boolean_t auto_delete,
                                                  amqp_boolean_t internal, amqp_table_t args);
amqp_queue_declare_ok_t* amqp_queue_declare(amqp_connection_state_t state, amqp_channel_t channel,
                                            amqp_bytes_t queue, amqp_boolean_t passive,
                                            amqp_boolean_t durable, amqp_boolean_t exclusive,
                                            amqp_boolean_t auto_delete, amqp_table_t args);
amqp_queue_bind_ok_t* amqp_queue_bind(amqp_connection_state_t state, amqp_channel_t channel,
                                      amqp_bytes_t queue, amqp_bytes_t exchange, amqp_bytes_t key,
                                      amqp_table_t args);
amqp_basic_qos_ok_t* amqp_basic_qos(amqp_connection_state_t state, amqp_channel_t channel,
                                    uint32_t size, uint16_t count, amqp_boolean_t global);
amqp_basic_consume_ok_t* amqp_basic_consume(amqp_connection_state_t state, amqp_channel_t channel,
                                            amqp_bytes_t queue, amqp_bytes_t tag,
                                            amqp_boolean_t no_local, amqp_boolean_t no_ack,
                                            amqp_boolean_t exclusive, amqp_table_t args);
int amqp_basic_publish(amqp_connection_state_t state, amqp_channel_t channel,
                       amqp_bytes_t exchange, amqp_bytes_t key, amqp_boolean_t mandatory,
                       amqp_boolean_t immediate, const amqp_basic_properties_t* properties,
                       amqp_bytes_t body);
amqp_rpc_reply_t amqp_basic_get(amqp_connection_state_t state, amqp_channel_t channel,
                                amqp_bytes_t queue, amqp_boolean_t no_ack);
int amqp_basic_ack(amqp_connection_state_t state, amqp_channel_t channel, uint64_t tag,
                   amqp_boolean_t multiple);
int amqp_basic_reject(amqp_connection_state_t state, amqp_channel_t channel, uint64_t tag,
                      amqp_boolean_t requeue);
amqp_rpc_reply_t amqp_consume_message(amqp_connection_state_t state, amqp_envelope_t* envelope,
                                      const struct timeval* timeout, int flags);
amqp_rpc_reply_t amqp_read_message(amqp_connection_state_t state, amqp_channel_t channel,
                                   amqp_message_t* message, int flags);
int amqp_simple_wait_frame(amqp_connection_state_t state, amqp_frame_t* frame);
int amqp_simple_wait_frame_noblock(amqp_connection_state_t state, amqp_frame_t* frame,
                                   const struct timeval* timeout);
void amqp_maybe_release_buffers(amqp_connection_state_t state);
void amqp_destroy_envelope(amqp_envelope_t* envelope);
void amqp_destroy_message(amqp_message_t* message);
amqp_bytes_t amqp_cstring_bytes(const char* text);
amqp_bytes_t amqp_bytes_malloc_dup(amqp_bytes_t bytes);
void amqp_bytes_free(amqp_bytes_t bytes);
int amqp_parse_url(char* url, struct amqp_connection_info* info);
const char* amqp_error_string2(int error);
const char* amqp_method_name(amqp_method_number_t id);

#ifdef __cplusplus
}
#endif
