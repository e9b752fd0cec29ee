// Model of cppzmq: https://github.com/zeromq/cppzmq#readme. Declarations only.
#pragma once

#include <zmq.h>

#if __has_include(<string>)
#include <chrono>
#include <exception>
#include <initializer_list>
#include <iosfwd>
#include <string>
#include <vector>
#if __cplusplus >= 201703L
#include <optional>
#include <string_view>
#endif
#endif

#define CPPZMQ_VERSION_MAJOR 4
#define CPPZMQ_VERSION_MINOR 9

namespace zmq {

typedef zmq_pollitem_t pollitem_t;

class error_t : public std::exception {
 public:
  error_t() noexcept;
  explicit error_t(int error) noexcept;
  const char* what() const noexcept override;
  int num() const noexcept;
};

enum class socket_type : int {
  req = ZMQ_REQ,
  rep = ZMQ_REP,
  dealer = ZMQ_DEALER,
  router = ZMQ_ROUTER,
  pub = ZMQ_PUB,
  sub = ZMQ_SUB,
  xpub = ZMQ_XPUB,
  xsub = ZMQ_XSUB,
  push = ZMQ_PUSH,
  pull = ZMQ_PULL,
  stream = ZMQ_STREAM,
  pair = ZMQ_PAIR
};
enum class send_flags : int { none = 0, dontwait = ZMQ_DONTWAIT, sndmore = ZMQ_SNDMORE };
constexpr send_flags operator|(send_flags a, send_flags b) {
  return static_cast<send_flags>(static_cast<int>(a) | static_cast<int>(b));
}
enum class recv_flags : int { none = 0, dontwait = ZMQ_DONTWAIT };
enum class event_flags : short { none = 0, pollin = ZMQ_POLLIN, pollout = ZMQ_POLLOUT, pollerr = ZMQ_POLLERR };
enum class ctxopt { blocky = ZMQ_BLOCKY, io_threads = ZMQ_IO_THREADS, max_sockets = ZMQ_MAX_SOCKETS };

class mutable_buffer {
 public:
  mutable_buffer(void* p, size_t n) noexcept;
  void* data() const noexcept;
  size_t size() const noexcept;
};
class const_buffer {
 public:
  const_buffer(const void* p, size_t n) noexcept;
  const_buffer(const mutable_buffer& b) noexcept;
  const void* data() const noexcept;
  size_t size() const noexcept;
};
mutable_buffer buffer(void* p, size_t n) noexcept;
const_buffer buffer(const void* p, size_t n) noexcept;
template <class T>
const_buffer buffer(const T& container) noexcept;
template <class T>
const_buffer str_buffer(const T& text) noexcept;
struct recv_buffer_size {
  size_t size;
  size_t untruncated_size;
};

class message_t {
 public:
  message_t() noexcept;
  explicit message_t(size_t size);
  message_t(const void* data, size_t size);
  message_t(void* data, size_t size, zmq_free_fn* f, void* hint = nullptr);
  template <class I>
  message_t(I first, I last);
  explicit message_t(const std::string& text);
#if __cplusplus >= 201703L
  explicit message_t(std::string_view text);
#endif
  message_t(message_t&& other) noexcept;
  message_t& operator=(message_t&& other) noexcept;
  ~message_t() noexcept;
  void rebuild();
  void rebuild(size_t size);
  void rebuild(const void* data, size_t size);
  void rebuild(const std::string& text);
  void move(message_t& other);
  void copy(message_t& other);
  bool more() const noexcept;
  void* data() noexcept;
  const void* data() const noexcept;
  template <class T>
  T* data() noexcept;
  template <class T>
  const T* data() const noexcept;
  size_t size() const noexcept;
  bool empty() const noexcept;
  std::string to_string() const;
#if __cplusplus >= 201703L
  std::string_view to_string_view() const noexcept;
#endif
  std::string str() const;
};

class context_t {
 public:
  context_t();
  explicit context_t(int threads, int max = 1024);
  context_t(context_t&& other) noexcept;
  context_t& operator=(context_t&& other) noexcept;
  ~context_t() noexcept;
  void set(ctxopt option, int value);
  int setctxopt(int option, int value);
  int getctxopt(int option);
  void close() noexcept;
  void shutdown() noexcept;
  operator void*() noexcept;
  void* handle() noexcept;
};

namespace sockopt {
template <int Option, class T>
struct integral_option {};
template <int Option>
struct array_option {};
constexpr integral_option<ZMQ_RCVTIMEO, int> rcvtimeo{};
constexpr integral_option<ZMQ_SNDTIMEO, int> sndtimeo{};
constexpr integral_option<ZMQ_LINGER, int> linger{};
constexpr integral_option<ZMQ_CONNECT_TIMEOUT, int> connect_timeout{};
constexpr integral_option<ZMQ_HANDSHAKE_IVL, int> handshake_ivl{};
constexpr integral_option<ZMQ_HEARTBEAT_IVL, int> heartbeat_ivl{};
constexpr integral_option<ZMQ_HEARTBEAT_TTL, int> heartbeat_ttl{};
constexpr integral_option<ZMQ_HEARTBEAT_TIMEOUT, int> heartbeat_timeout{};
constexpr integral_option<ZMQ_RECONNECT_IVL, int> reconnect_ivl{};
constexpr integral_option<ZMQ_RECONNECT_IVL_MAX, int> reconnect_ivl_max{};
constexpr integral_option<ZMQ_SNDHWM, int> sndhwm{};
constexpr integral_option<ZMQ_RCVHWM, int> rcvhwm{};
constexpr integral_option<ZMQ_SNDBUF, int> sndbuf{};
constexpr integral_option<ZMQ_RCVBUF, int> rcvbuf{};
constexpr integral_option<ZMQ_RCVMORE, bool> rcvmore{};
constexpr integral_option<ZMQ_IMMEDIATE, bool> immediate{};
constexpr integral_option<ZMQ_IPV6, bool> ipv6{};
constexpr integral_option<ZMQ_CONFLATE, bool> conflate{};
constexpr integral_option<ZMQ_BACKLOG, int> backlog{};
constexpr integral_option<ZMQ_MAXMSGSIZE, int64_t> maxmsgsize{};
constexpr integral_option<ZMQ_TCP_KEEPALIVE, int> tcp_keepalive{};
constexpr integral_option<ZMQ_TCP_KEEPALIVE_IDLE, int> tcp_keepalive_idle{};
constexpr integral_option<ZMQ_TCP_KEEPALIVE_INTVL, int> tcp_keepalive_intvl{};
constexpr integral_option<ZMQ_TCP_KEEPALIVE_CNT, int> tcp_keepalive_cnt{};
constexpr integral_option<ZMQ_REQ_RELAXED, bool> req_relaxed{};
constexpr integral_option<ZMQ_REQ_CORRELATE, bool> req_correlate{};
constexpr integral_option<ZMQ_ROUTER_MANDATORY, bool> router_mandatory{};
constexpr integral_option<ZMQ_FD, int> fd{};
constexpr integral_option<ZMQ_EVENTS, int> events{};
constexpr integral_option<ZMQ_TYPE, socket_type> type{};
constexpr integral_option<ZMQ_CURVE_SERVER, bool> curve_server{};
constexpr integral_option<ZMQ_PLAIN_SERVER, bool> plain_server{};
constexpr array_option<ZMQ_SUBSCRIBE> subscribe{};
constexpr array_option<ZMQ_UNSUBSCRIBE> unsubscribe{};
constexpr array_option<ZMQ_ROUTING_ID> routing_id{};
constexpr array_option<ZMQ_LAST_ENDPOINT> last_endpoint{};
constexpr array_option<ZMQ_PLAIN_USERNAME> plain_username{};
constexpr array_option<ZMQ_PLAIN_PASSWORD> plain_password{};
constexpr array_option<ZMQ_CURVE_PUBLICKEY> curve_publickey{};
constexpr array_option<ZMQ_CURVE_SECRETKEY> curve_secretkey{};
constexpr array_option<ZMQ_CURVE_SERVERKEY> curve_serverkey{};
constexpr array_option<ZMQ_ZAP_DOMAIN> zap_domain{};
}  // namespace sockopt

#if __cplusplus >= 201703L
using recv_result_t = std::optional<size_t>;
using send_result_t = std::optional<size_t>;
using recv_buffer_result_t = std::optional<recv_buffer_size>;
#else
struct recv_result_t {
  explicit operator bool() const noexcept;
  size_t operator*() const;
  size_t value() const;
};
using send_result_t = recv_result_t;
struct recv_buffer_result_t {
  explicit operator bool() const noexcept;
  recv_buffer_size operator*() const;
};
#endif

namespace detail {
class socket_base {
 public:
  void setsockopt(int option, const void* value, size_t length);
  template <class T>
  void setsockopt(int option, const T& value);
  void getsockopt(int option, void* value, size_t* length) const;
  template <class T>
  T getsockopt(int option) const;
  template <int Option, class T, class V>
  void set(sockopt::integral_option<Option, T> option, const V& value);
  template <int Option>
  void set(sockopt::array_option<Option> option, const std::string& value);
  template <int Option>
  void set(sockopt::array_option<Option> option, const_buffer value);
  template <int Option, class T>
  T get(sockopt::integral_option<Option, T> option) const;
  template <int Option>
  std::string get(sockopt::array_option<Option> option, size_t size = 1024) const;
  void bind(const std::string& address);
  void bind(const char* address);
  void unbind(const std::string& address);
  void connect(const std::string& address);
  void connect(const char* address);
  void disconnect(const std::string& address);
  explicit operator bool() const noexcept;
  size_t send(const void* data, size_t length, int flags = 0);
  bool send(message_t& message, int flags = 0);
  bool send(message_t&& message, int flags);
  send_result_t send(const_buffer data, send_flags flags = send_flags::none);
  send_result_t send(message_t& message, send_flags flags);
  send_result_t send(message_t&& message, send_flags flags = send_flags::none);
  size_t recv(void* data, size_t length, int flags = 0);
  bool recv(message_t* message, int flags = 0);
  recv_buffer_result_t recv(const mutable_buffer& data, recv_flags flags = recv_flags::none);
  recv_result_t recv(message_t& message, recv_flags flags = recv_flags::none);
  operator void*() const noexcept;
  void* handle() noexcept;
};
}  // namespace detail

class socket_ref : public detail::socket_base {
 public:
  socket_ref() noexcept;
};
class socket_t : public detail::socket_base {
 public:
  socket_t() noexcept;
  socket_t(context_t& context, int type);
  socket_t(context_t& context, socket_type type);
  socket_t(socket_t&& other) noexcept;
  socket_t& operator=(socket_t&& other) noexcept;
  ~socket_t() noexcept;
  void close() noexcept;
  operator socket_ref() noexcept;
};

int poll(zmq_pollitem_t* items, size_t n, long timeout = -1);
int poll(zmq_pollitem_t* items, size_t n, std::chrono::milliseconds timeout);
int poll(std::vector<zmq_pollitem_t>& items, long timeout = -1);
int poll(std::vector<zmq_pollitem_t>& items, std::chrono::milliseconds timeout);
template <class T, size_t N>
int poll(T (&items)[N], std::chrono::milliseconds timeout);
void proxy(socket_ref frontend, socket_ref backend, socket_ref capture = socket_ref());
void version(int* major, int* minor, int* patch);

class monitor_t {
 public:
  monitor_t() noexcept;
  virtual ~monitor_t();
};

template <class T = void>
class poller_t {
 public:
  void add(socket_ref socket, event_flags events, T* data);
  void add(socket_ref socket, event_flags events);
  void remove(socket_ref socket);
  template <class E>
  size_t wait_all(E& events, std::chrono::milliseconds timeout);
};

}  // namespace zmq
