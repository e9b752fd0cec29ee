// Model of WebSocket++, as far as rules talk about it.
#pragma once

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <functional>
#include <memory>
#include <string>
#include <system_error>

namespace websocketpp {
namespace lib {
using std::bind;
using std::error_code;
using std::function;
using std::make_shared;
using std::shared_ptr;
using std::weak_ptr;
namespace placeholders = std::placeholders;
namespace asio = boost::asio;
}  // namespace lib

using connection_hdl = std::weak_ptr<void>;
namespace close {
namespace status {
using value = unsigned short;
constexpr value normal = 1000;
constexpr value going_away = 1001;
}  // namespace status
}  // namespace close
namespace frame {
namespace opcode {
enum value { continuation = 0, text = 1, binary = 2 };
}
}  // namespace frame
namespace log {
struct alevel {
  static constexpr unsigned none = 0, connect = 1, disconnect = 2, app = 0x2000, all = 0xffffffff;
};
struct elevel {
  static constexpr unsigned none = 0, info = 4, all = 0xffffffff;
};
}  // namespace log
namespace config {
struct asio {};
struct asio_tls {};
struct asio_client {};
struct asio_tls_client {};
}  // namespace config

class uri {
 public:
  explicit uri(const std::string& text);
  bool get_secure() const;
  const std::string& get_host() const;
  std::string get_port_str() const;
  const std::string& get_resource() const;
};

template <class Config>
class connection {
 public:
  using ptr = std::shared_ptr<connection>;
  void append_header(const std::string& key, const std::string& value);
  void replace_header(const std::string& key, const std::string& value);
  void add_subprotocol(const std::string& name);
  void set_open_handshake_timeout(long milliseconds);
  std::error_code send(const std::string& payload, frame::opcode::value op = frame::opcode::text);
  void close(close::status::value code, const std::string& reason);
  connection_hdl get_handle() const;
};

template <class Config>
class client {
 public:
  using connection_type = connection<Config>;
  using connection_ptr = typename connection_type::ptr;
  using message_ptr = std::shared_ptr<void>;

  void init_asio();
  void init_asio(boost::asio::io_context* io);
  void start_perpetual();
  void stop_perpetual();
  void run();
  void stop();
  void reset();
  void clear_access_channels(unsigned channels);
  void set_access_channels(unsigned channels);
  void clear_error_channels(unsigned channels);
  void set_error_channels(unsigned channels);
  boost::asio::io_context& get_io_service();
  template <class Handler>
  void set_tls_init_handler(Handler handler);
  template <class Handler>
  void set_socket_init_handler(Handler handler);
  template <class Handler>
  void set_open_handler(Handler handler);
  template <class Handler>
  void set_close_handler(Handler handler);
  template <class Handler>
  void set_fail_handler(Handler handler);
  template <class Handler>
  void set_message_handler(Handler handler);
  void set_open_handshake_timeout(long milliseconds);
  void set_user_agent(const std::string& agent);
  connection_ptr get_connection(const std::string& uri, std::error_code& error);
  connection_ptr get_con_from_hdl(connection_hdl handle);
  connection_ptr connect(connection_ptr connection);
  void send(connection_hdl handle, const std::string& payload, frame::opcode::value op);
  void send(connection_hdl handle, const std::string& payload, frame::opcode::value op,
            std::error_code& error);
  void close(connection_hdl handle, close::status::value code, const std::string& reason);
  void close(connection_hdl handle, close::status::value code, const std::string& reason,
             std::error_code& error);
};
}  // namespace websocketpp
