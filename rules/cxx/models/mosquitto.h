// C model of libmosquitto: https://mosquitto.org/api/files/mosquitto-h.html. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if !defined(__cplusplus)
#include <stdbool.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct mosquitto;
struct mosquitto_message {
  int mid;
  char* topic;
  void* payload;
  int payloadlen;
  int qos;
  bool retain;
};
enum mosq_err_t {
  MOSQ_ERR_CONN_PENDING = -1,
  MOSQ_ERR_SUCCESS = 0,
  MOSQ_ERR_NOMEM = 1,
  MOSQ_ERR_PROTOCOL = 2,
  MOSQ_ERR_INVAL = 3,
  MOSQ_ERR_NO_CONN = 4,
  MOSQ_ERR_CONN_REFUSED = 5,
  MOSQ_ERR_CONN_LOST = 7,
  MOSQ_ERR_TLS = 8,
  MOSQ_ERR_AUTH = 11,
  MOSQ_ERR_ERRNO = 14
};
enum mosq_opt_t { MOSQ_OPT_PROTOCOL_VERSION = 1, MOSQ_OPT_TLS_ENGINE = 7, MOSQ_OPT_TCP_NODELAY = 11 };
#define MOSQ_LOG_INFO 1
#define MOSQ_LOG_WARNING 4
#define MOSQ_LOG_ERR 8
#define MOSQ_LOG_DEBUG 16
#define MQTT_PROTOCOL_V311 4
#define MQTT_PROTOCOL_V5 5

int mosquitto_lib_init(void);
int mosquitto_lib_cleanup(void);
int mosquitto_lib_version(int* major, int* minor, int* revision);
struct mosquitto* mosquitto_new(const char* id, bool clean, void* obj);
void mosquitto_destroy(struct mosquitto* mosq);
int mosquitto_reinitialise(struct mosquitto* mosq, const char* id, bool clean, void* obj);
int mosquitto_will_set(struct mosquitto* mosq, const char* topic, int n, const void* payload,
                       int qos, bool retain);
int mosquitto_username_pw_set(struct mosquitto* mosq, const char* user, const char* password);
int mosquitto_connect(struct mosquitto* mosq, const char* host, int port, int keepalive);
int mosquitto_connect_bind(struct mosquitto* mosq, const char* host, int port, int keepalive,
                           const char* bind);
int mosquitto_connect_async(struct mosquitto* mosq, const char* host, int port, int keepalive);
int mosquitto_reconnect(struct mosquitto* mosq);
int mosquitto_reconnect_async(struct mosquitto* mosq);
int mosquitto_reconnect_delay_set(struct mosquitto* mosq, unsigned int delay, unsigned int max,
                                  bool exponential);
int mosquitto_disconnect(struct mosquitto* mosq);
int mosquitto_publish(struct mosquitto* mosq, int* mid, const char* topic, int n,
                      const void* payload, int qos, bool retain);
int mosquitto_subscribe(struct mosquitto* mosq, int* mid, const char* topic, int qos);
int mosquitto_unsubscribe(struct mosquitto* mosq, int* mid, const char* topic);
int mosquitto_loop(struct mosquitto* mosq, int timeout, int max);
int mosquitto_loop_forever(struct mosquitto* mosq, int timeout, int max);
int mosquitto_loop_start(struct mosquitto* mosq);
int mosquitto_loop_stop(struct mosquitto* mosq, bool force);
int mosquitto_loop_read(struct mosquitto* mosq, int max);
int mosquitto_loop_write(struct mosquitto* mosq, int max);
int mosquitto_loop_misc(struct mosquitto* mosq);
int mosquitto_socket(struct mosquitto* mosq);
bool mosquitto_want_write(struct mosquitto* mosq);
int mosquitto_threaded_set(struct mosquitto* mosq, bool on);
int mosquitto_int_option(struct mosquitto* mosq, enum mosq_opt_t option, int value);
int mosquitto_string_option(struct mosquitto* mosq, enum mosq_opt_t option, const char* value);
int mosquitto_opts_set(struct mosquitto* mosq, enum mosq_opt_t option, void* value);
int mosquitto_max_inflight_messages_set(struct mosquitto* mosq, unsigned int n);
int mosquitto_tls_set(struct mosquitto* mosq, const char* ca, const char* dir, const char* cert,
                      const char* key, int (*f)(char*, int, int, void*));
int mosquitto_tls_insecure_set(struct mosquitto* mosq, bool insecure);
int mosquitto_tls_opts_set(struct mosquitto* mosq, int cert_reqs, const char* version,
                           const char* ciphers);
int mosquitto_tls_psk_set(struct mosquitto* mosq, const char* psk, const char* identity,
                          const char* ciphers);
void mosquitto_connect_callback_set(struct mosquitto* mosq,
                                    void (*f)(struct mosquitto*, void*, int));
void mosquitto_disconnect_callback_set(struct mosquitto* mosq,
                                       void (*f)(struct mosquitto*, void*, int));
void mosquitto_publish_callback_set(struct mosquitto* mosq,
                                    void (*f)(struct mosquitto*, void*, int));
void mosquitto_message_callback_set(struct mosquitto* mosq,
                                    void (*f)(struct mosquitto*, void*,
                                              const struct mosquitto_message*));
void mosquitto_subscribe_callback_set(struct mosquitto* mosq,
                                      void (*f)(struct mosquitto*, void*, int, int, const int*));
void mosquitto_log_callback_set(struct mosquitto* mosq,
                                void (*f)(struct mosquitto*, void*, int, const char*));
void mosquitto_user_data_set(struct mosquitto* mosq, void* obj);
void* mosquitto_userdata(struct mosquitto* mosq);
int mosquitto_message_copy(struct mosquitto_message* to, const struct mosquitto_message* from);
void mosquitto_message_free(struct mosquitto_message** message);
int mosquitto_topic_matches_sub(const char* sub, const char* topic, bool* result);
const char* mosquitto_strerror(int error);
const char* mosquitto_connack_string(int code);

#ifdef __cplusplus
}
#endif
