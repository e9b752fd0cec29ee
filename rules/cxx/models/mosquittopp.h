// Model of mosquitto's C++ wrapper. Declarations only.
#pragma once

#include <mosquitto.h>

namespace mosqpp {

const char* strerror(int error);
const char* connack_string(int code);
int lib_init();
int lib_cleanup();

class mosquittopp {
 public:
  mosquittopp(const char* id = nullptr, bool clean = true);
  virtual ~mosquittopp();
  int reinitialise(const char* id, bool clean);
  int socket();
  int will_set(const char* topic, int n = 0, const void* payload = nullptr, int qos = 0,
               bool retain = false);
  int username_pw_set(const char* user, const char* password = nullptr);
  int connect(const char* host, int port = 1883, int keepalive = 60);
  int connect_async(const char* host, int port = 1883, int keepalive = 60);
  int reconnect();
  int reconnect_async();
  int disconnect();
  int publish(int* mid, const char* topic, int n = 0, const void* payload = nullptr, int qos = 0,
              bool retain = false);
  int subscribe(int* mid, const char* sub, int qos = 0);
  int unsubscribe(int* mid, const char* sub);
  void reconnect_delay_set(unsigned int delay, unsigned int max, bool exponential);
  int loop(int timeout = -1, int max = 1);
  int loop_forever(int timeout = -1, int max = 1);
  int loop_start();
  int loop_stop(bool force = false);
  bool want_write();
  int tls_set(const char* ca, const char* dir = nullptr, const char* cert = nullptr,
              const char* key = nullptr, int (*f)(char*, int, int, void*) = nullptr);
  int tls_opts_set(int cert_reqs, const char* version = nullptr, const char* ciphers = nullptr);
  int tls_insecure_set(bool insecure);
  int tls_psk_set(const char* psk, const char* identity, const char* ciphers = nullptr);
  virtual void on_connect(int code);
  virtual void on_disconnect(int code);
  virtual void on_publish(int mid);
  virtual void on_message(const struct mosquitto_message* message);
  virtual void on_subscribe(int mid, int n, const int* qos);
  virtual void on_log(int level, const char* text);
  virtual void on_error();
};

}  // namespace mosqpp
