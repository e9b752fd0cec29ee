// Model of Eclipse Paho C++: https://eclipse.github.io/paho.mqtt.cpp/. Declarations only.
#pragma once
#include <MQTTAsync.h>

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace mqtt {
using string = std::string;
using binary = std::string;
class exception : public std::runtime_error {
 public:
  explicit exception(int code);
  int get_return_code() const;
  int get_reason_code() const;
  std::string get_message() const;
  std::string to_string() const;
};
class ssl_options {
 public:
  void set_trust_store(const string& path);
  void set_key_store(const string& path);
  void set_private_key(const string& path);
  void set_enable_server_cert_auth(bool enable);
  void set_verify(bool enable);
  void set_ssl_version(int version);
};
class will_options {
 public:
  will_options();
};
class message {
 public:
  const string& get_topic() const;
  const binary& get_payload() const;
  const string& get_payload_str() const;
  string to_string() const;
  void set_qos(int qos);
  void set_retained(bool retained);
};
using message_ptr = std::shared_ptr<message>;
using const_message_ptr = std::shared_ptr<const message>;
template <class... T>
message_ptr make_message(const T&... parts);
class connect_options {
 public:
  connect_options();
  connect_options(const string& user, const string& password);
  void set_keep_alive_interval(int seconds);
  template <class R, class P>
  void set_keep_alive_interval(const std::chrono::duration<R, P>& interval);
  void set_connect_timeout(int seconds);
  template <class R, class P>
  void set_connect_timeout(const std::chrono::duration<R, P>& timeout);
  void set_clean_session(bool clean);
  void set_clean_start(bool clean);
  void set_user_name(const string& user);
  void set_password(const string& password);
  void set_ssl(const ssl_options& ssl);
  void set_will(const will_options& will);
  void set_mqtt_version(int version);
  void set_automatic_reconnect(bool on);
  template <class T>
  void set_automatic_reconnect(T least, T most);
};
class token {
 public:
  int get_message_id() const;
  void wait();
  template <class R, class P>
  bool wait_for(const std::chrono::duration<R, P>& limit);
  int get_return_code() const;
  bool is_complete() const;
};
using token_ptr = std::shared_ptr<token>;
class delivery_token : public token {};
using delivery_token_ptr = std::shared_ptr<delivery_token>;
class iaction_listener {
 public:
  virtual ~iaction_listener();
  virtual void on_failure(const token& ended) = 0;
  virtual void on_success(const token& ended) = 0;
};
class callback {
 public:
  virtual ~callback();
  virtual void connected(const string& cause);
  virtual void connection_lost(const string& cause);
  virtual void message_arrived(const_message_ptr message);
  virtual void delivery_complete(delivery_token_ptr token);
};
class async_client {
 public:
  async_client(const string& server, const string& id);
  async_client(const string& server, const string& id, const string& folder);
  virtual ~async_client();
  token_ptr connect();
  token_ptr connect(const connect_options& options);
  token_ptr connect(const connect_options& options, void* context, iaction_listener& listener);
  token_ptr reconnect();
  token_ptr disconnect();
  token_ptr subscribe(const string& topic, int qos);
  token_ptr subscribe(const string& topic, int qos, void* context, iaction_listener& listener);
  token_ptr unsubscribe(const string& topic);
  delivery_token_ptr publish(const string& topic, const void* payload, std::size_t size, int qos,
                             bool retained);
  delivery_token_ptr publish(const string& topic, const binary& payload, int qos, bool retained);
  delivery_token_ptr publish(const string& topic, const binary& payload);
  delivery_token_ptr publish(const_message_ptr message);
  bool is_connected() const;
  void set_callback(callback& called);
  void set_connected_handler(std::function<void(const string&)> handler);
  void set_connection_lost_handler(std::function<void(const string&)> handler);
  void set_message_callback(std::function<void(const_message_ptr)> handler);
  void start_consuming();
  void stop_consuming();
  const_message_ptr consume_message();
  bool try_consume_message(const_message_ptr* message);
};
class client {
 public:
  client(const string& server, const string& id);
  virtual ~client();
  void connect();
  void connect(const connect_options& options);
  void reconnect();
  void disconnect();
  void subscribe(const string& topic, int qos = 1);
  void publish(const string& topic, const void* payload, std::size_t size, int qos, bool retained);
  void publish(const message& message);
  void publish(const_message_ptr message);
  bool is_connected() const;
  void set_callback(callback& called);
  void set_timeout(int milliseconds);
  template <class R, class P>
  void set_timeout(const std::chrono::duration<R, P>& limit);
  void start_consuming();
  void stop_consuming();
  const_message_ptr consume_message();
  bool try_consume_message(const_message_ptr* message);
};
class topic {
 public:
  topic(async_client& client, const string& name, int qos = 0, bool retained = false);
  delivery_token_ptr publish(const binary& payload);
};
class connect_options_builder {
 public:
  connect_options_builder();
  template <class T>
  connect_options_builder& keep_alive_interval(const T& interval);
  template <class T>
  connect_options_builder& connect_timeout(const T& timeout);
  connect_options_builder& clean_session(bool on = true);
  connect_options_builder& clean_start(bool on = true);
  connect_options_builder& user_name(const string& user);
  connect_options_builder& password(const string& password);
  connect_options_builder& automatic_reconnect(bool on = true);
  template <class T>
  connect_options_builder& automatic_reconnect(const T& least, const T& most);
  connect_options_builder& ssl(const ssl_options& ssl);
  connect_options finalize();
};
}  // namespace mqtt
