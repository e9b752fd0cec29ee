// Model of Boost.Beast: https://www.boost.org/doc/libs/release/libs/beast/. Declarations only.
#pragma once

#include <boost/asio.hpp>
#include <boost/smart_ptr.hpp>

namespace boost {
namespace beast {

using error_code = boost::system::error_code;
using system_error = boost::system::system_error;
using string_view = std::string;
enum class error { timeout = 1 };

class flat_buffer {
 public:
  explicit flat_buffer(std::size_t max = static_cast<std::size_t>(-1));
  std::size_t size() const;
  asio::const_buffer data() const;
  asio::const_buffer cdata() const;
  asio::mutable_buffer prepare(std::size_t n);
  void commit(std::size_t n);
  void consume(std::size_t n);
  void clear();
};
using multi_buffer = flat_buffer;
template <class B>
std::string buffers_to_string(const B& buffers);
struct front_bound {
  template <class... T>
  void operator()(T&&... arguments);
};
template <class F, class... T>
front_bound bind_front_handler(F&& f, T&&... arguments);

class unlimited_rate_policy {};
template <class Protocol, class Executor = asio::any_io_executor,
          class RatePolicy = unlimited_rate_policy>
class basic_stream {
 public:
  using executor_type = Executor;
  using socket_type = asio::basic_stream_socket<Protocol, Executor>;
  using endpoint_type = typename Protocol::endpoint;
  using lowest_layer_type = basic_stream;
  template <class T>
  explicit basic_stream(T&& argument);
  executor_type get_executor();
  socket_type& socket();
  socket_type release_socket();
  template <class R, class P>
  void expires_after(std::chrono::duration<R, P> time);
  void expires_at(std::chrono::steady_clock::time_point time);
  void expires_never();
  void cancel();
  void close();
  template <class E>
  typename Protocol::endpoint connect(const E& endpoints);
  template <class E>
  typename Protocol::endpoint connect(const E& endpoints, error_code& ec);
  template <class E, class F>
  asio::async_result async_connect(const E& endpoints, F&& f);
  template <class B>
  std::size_t read_some(const B& buffers);
  template <class B>
  std::size_t write_some(const B& buffers);
  template <class B, class F>
  asio::async_result async_read_some(const B& buffers, F&& f);
};
using tcp_stream = basic_stream<asio::ip::tcp>;
template <class S>
using ssl_stream = asio::ssl::stream<S>;
tcp_stream& get_lowest_layer(tcp_stream& stream);
template <class S>
tcp_stream& get_lowest_layer(S& stream);

namespace http {
enum class verb { unknown = 0, delete_, get, head, post, connect, options, trace, patch, put };
enum class status : unsigned { unknown = 0, ok = 200, created = 201, no_content = 204, moved_permanently = 301, bad_request = 400, unauthorized = 401, forbidden = 403, not_found = 404, internal_server_error = 500, service_unavailable = 503 };
enum class field : unsigned short { unknown = 0, accept, authorization, connection, content_length, content_type, host, location, server, user_agent };
enum class error { end_of_stream = 1, partial_message };
struct string_body {
  using value_type = std::string;
};
struct empty_body {
  struct value_type {};
};
struct dynamic_body {
  using value_type = multi_buffer;
};
struct file_body {
  struct value_type {};
};
template <class T>
struct vector_body {
  using value_type = std::vector<T>;
};
class fields {
 public:
  template <class N>
  void set(N name, const std::string& value);
  template <class N>
  void insert(N name, const std::string& value);
  std::string& operator[](field name);
  std::string& operator[](const std::string& name);
  std::string at(field name) const;
  std::size_t count(field name) const;
};
template <bool IsRequest, class Body, class Fields = fields>
class message : public Fields {
 public:
  message();
  template <class... T>
  explicit message(T&&... arguments);
  verb method() const;
  void method(verb v);
  std::string target() const;
  void target(const std::string& target);
  unsigned version() const;
  void version(unsigned version);
  status result() const;
  void result(status s);
  void result(unsigned s);
  unsigned result_int() const;
  std::string reason() const;
  bool keep_alive() const;
  void keep_alive(bool on);
  bool need_eof() const;
  void prepare_payload();
  typename Body::value_type& body();
  const typename Body::value_type& body() const;
};
template <class Body, class Fields = fields>
using request = message<true, Body, Fields>;
template <class Body, class Fields = fields>
using response = message<false, Body, Fields>;
template <bool IsRequest, class Body>
class parser {
 public:
  template <class... T>
  explicit parser(T&&... arguments);
  void body_limit(std::uint64_t n);
  message<IsRequest, Body>& get();
  message<IsRequest, Body> release();
  bool is_done() const;
};
template <class Body>
using response_parser = parser<false, Body>;
template <class Body>
using request_parser = parser<true, Body>;
template <class S, class M>
std::size_t write(S& stream, const M& message);
template <class S, class M>
std::size_t write(S& stream, const M& message, error_code& ec);
template <class S, class M, class F>
asio::async_result async_write(S& stream, M&& message, F&& f);
template <class S, class B, class M>
std::size_t read(S& stream, B& buffer, M& message);
template <class S, class B, class M>
std::size_t read(S& stream, B& buffer, M& message, error_code& ec);
template <class S, class B, class M, class F>
asio::async_result async_read(S& stream, B& buffer, M& message, F&& f);
template <class S, class B, class M>
std::size_t read_some(S& stream, B& buffer, M& parser, error_code& ec);
template <class S, class B, class M>
std::size_t read_header(S& stream, B& buffer, M& parser);
template <class S, class B, class M>
std::size_t read_header(S& stream, B& buffer, M& parser, error_code& ec);
template <class S, class B, class M, class F>
asio::async_result async_read_header(S& stream, B& buffer, M& parser, F&& f);
}  // namespace http

enum class role_type { client, server };
namespace websocket {
using request_type = http::request<http::empty_body>;
using response_type = http::response<http::string_body>;
enum class frame_type { close, ping, pong };
class ping_data {
 public:
  ping_data();
  ping_data(const char* text);
};
enum class close_code : unsigned short { none = 0, normal = 1000, going_away = 1001 };
enum class error { closed = 1 };
class stream_base {
 public:
  struct timeout {
    std::chrono::steady_clock::duration handshake_timeout;
    std::chrono::steady_clock::duration idle_timeout;
    bool keep_alive_pings;
    static timeout suggested(role_type role);
  };
  template <class F>
  struct decorator {
    explicit decorator(F f);
  };
  static std::chrono::steady_clock::duration none();
};
template <class S, bool Deflate = true>
class stream : public stream_base {
 public:
  using next_layer_type = S;
  using executor_type = asio::any_io_executor;
  template <class... T>
  explicit stream(T&&... arguments);
  executor_type get_executor();
  next_layer_type& next_layer();
  template <class T>
  void set_option(T option);
  void handshake(const std::string& host, const std::string& target);
  void handshake(const std::string& host, const std::string& target, error_code& ec);
  template <class F>
  asio::async_result async_handshake(const std::string& host, const std::string& target, F&& f);
  void accept();
  template <class F>
  asio::async_result async_accept(F&& f);
  template <class B>
  std::size_t read(B& buffer);
  template <class B>
  std::size_t read(B& buffer, error_code& ec);
  template <class B, class F>
  asio::async_result async_read(B& buffer, F&& f);
  template <class B>
  std::size_t write(const B& buffers);
  template <class B>
  std::size_t write(const B& buffers, error_code& ec);
  template <class B, class F>
  asio::async_result async_write(const B& buffers, F&& f);
  void close(close_code code);
  void close(close_code code, error_code& ec);
  template <class F>
  asio::async_result async_close(close_code code, F&& f);
  template <class F>
  void control_callback(F f);
  void ping(const ping_data& payload);
  template <class F>
  asio::async_result async_ping(const ping_data& payload, F&& f);
  template <class F>
  asio::async_result async_pong(const ping_data& payload, F&& f);
  bool is_open() const;
  void text(bool on);
  void binary(bool on);
  bool got_text() const;
};
}  // namespace websocket

}  // namespace beast
}  // namespace boost

#define BOOST_BEAST_VERSION_STRING "Boost.Beast"
