// Model of Boost.Asio: https://www.boost.org/doc/libs/release/doc/html/boost_asio.html.
// Declarations only. Asio without Boost has the same model under asio.hpp.
#pragma once

#include <boost/system/error_code.hpp>

#if __has_include(<string>)
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <istream>
#include <memory>
#include <ostream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>
#endif

namespace boost {
namespace posix_time {
class time_duration {
 public:
  long total_milliseconds() const;
};
class hours : public time_duration {
 public:
  explicit hours(long n);
};
class minutes : public time_duration {
 public:
  explicit minutes(long n);
};
class seconds : public time_duration {
 public:
  explicit seconds(long n);
};
class milliseconds : public time_duration {
 public:
  explicit milliseconds(long n);
};
}  // namespace posix_time

namespace asio {

using boost::system::error_code;

/// What an asynchronous operation returns depends on its completion token; it converts to whatever
/// is asked for, and can be awaited.
class async_result {
 public:
  bool await_ready() const noexcept;
  template <class H>
  void await_suspend(H handle) noexcept;
  async_result await_resume();
  template <class T>
  operator T() const;
};
class execution_context {};
class executor_model {};
using any_io_executor = executor_model;
class io_context : public execution_context {
 public:
  using executor_type = any_io_executor;
  class work;
  class strand;
  io_context();
  explicit io_context(int hint);
  std::size_t run();
  std::size_t run(error_code& ec);
  std::size_t run_one();
  template <class R, class P>
  std::size_t run_for(const std::chrono::duration<R, P>& time);
  template <class C, class D>
  std::size_t run_until(const std::chrono::time_point<C, D>& time);
  std::size_t poll();
  std::size_t poll_one();
  void stop();
  bool stopped() const;
  void restart();
  void reset();
  executor_type get_executor();
  template <class F>
  void post(F&& f);
  template <class F>
  void dispatch(F&& f);
};
using io_service = io_context;
class io_context::work {
 public:
  explicit work(io_context& context);
};
template <class E>
class strand {
 public:
  template <class T>
  explicit strand(T&& executor);
  template <class F>
  F wrap(F f);
};
template <class T>
any_io_executor make_strand(T&& t);
template <class E>
class executor_work_guard {
 public:
  void reset();
};
template <class T>
executor_work_guard<any_io_executor> make_work_guard(T&& t);
class thread_pool : public execution_context {
 public:
  thread_pool();
  explicit thread_pool(std::size_t n);
  void join();
  void stop();
  any_io_executor get_executor();
};
template <class... T>
void post(T&&... arguments);
template <class... T>
void dispatch(T&&... arguments);
template <class... T>
void defer(T&&... arguments);
template <class E, class F>
F bind_executor(E&& executor, F f);

namespace placeholders {
struct placeholder {};
constexpr placeholder error{};
constexpr placeholder bytes_transferred{};
}  // namespace placeholders
struct use_future_t {};
constexpr use_future_t use_future{};
struct use_awaitable_t {};
constexpr use_awaitable_t use_awaitable{};
struct detached_t {};
constexpr detached_t detached{};
class yield_context {
 public:
  yield_context operator[](error_code& ec) const;
};
template <class T, class E = any_io_executor>
class awaitable;
template <class... T>
void spawn(T&&... arguments);
template <class... T>
void co_spawn(T&&... arguments);
template <class D, class T>
T cancel_after(D duration, T token);

class mutable_buffer {
 public:
  mutable_buffer();
  mutable_buffer(void* p, std::size_t n);
  void* data() const;
  std::size_t size() const;
};
class const_buffer {
 public:
  const_buffer();
  const_buffer(const void* p, std::size_t n);
  const_buffer(const mutable_buffer& b);
  const void* data() const;
  std::size_t size() const;
};
template <class... T>
mutable_buffer buffer(T&&... arguments);
template <class T>
T buffer_cast(const mutable_buffer& b);
template <class B>
const char* buffers_begin(const B& b);
template <class B>
const char* buffers_end(const B& b);
template <class A = std::allocator<char>>
class basic_streambuf : public std::streambuf {
 public:
  explicit basic_streambuf(std::size_t max = static_cast<std::size_t>(-1));
  std::size_t size() const;
  const_buffer data() const;
  mutable_buffer prepare(std::size_t n);
  void commit(std::size_t n);
  void consume(std::size_t n);
};
using streambuf = basic_streambuf<>;
template <class... T>
std::string dynamic_buffer(T&&... arguments);

class socket_base {
 public:
  enum shutdown_type { shutdown_receive, shutdown_send, shutdown_both };
  static const int max_listen_connections = 4096;
  static const int max_connections = 4096;
  struct reuse_address {
    explicit reuse_address(bool on);
  };
  struct keep_alive {
    explicit keep_alive(bool on);
  };
  struct linger {
    linger(bool on, int seconds);
  };
};
namespace error {
enum basic_errors { operation_aborted = 125, connection_refused = 111, connection_reset = 104, timed_out = 110, would_block = 11, try_again = 11, not_connected = 107, host_not_found = 1, broken_pipe = 32 };
enum misc_errors { already_open = 1, eof = 2, not_found = 3 };
}  // namespace error

template <class Protocol, class Executor = any_io_executor>
class basic_socket : public socket_base {
 public:
  using executor_type = Executor;
  using protocol_type = Protocol;
  using endpoint_type = typename Protocol::endpoint;
  using lowest_layer_type = basic_socket;
  using native_handle_type = int;
  template <class T>
  explicit basic_socket(T&& context);
  template <class T>
  basic_socket(T&& context, const Protocol& protocol);
  void connect(const endpoint_type& peer);
  error_code connect(const endpoint_type& peer, error_code& ec);
  template <class F>
  async_result async_connect(const endpoint_type& peer, F&& f);
  void open(const Protocol& protocol = Protocol());
  error_code open(const Protocol& protocol, error_code& ec);
  void bind(const endpoint_type& endpoint);
  template <class T>
  void assign(const Protocol& protocol, T handle);
  bool is_open() const;
  void close();
  error_code close(error_code& ec);
  void cancel();
  error_code cancel(error_code& ec);
  void shutdown(shutdown_type what);
  error_code shutdown(shutdown_type what, error_code& ec);
  template <class T>
  void set_option(const T& option);
  template <class T>
  error_code set_option(const T& option, error_code& ec);
  void non_blocking(bool on);
  error_code non_blocking(bool on, error_code& ec);
  void native_non_blocking(bool on);
  native_handle_type native_handle();
  std::size_t available() const;
  endpoint_type remote_endpoint() const;
  endpoint_type remote_endpoint(error_code& ec) const;
  endpoint_type local_endpoint() const;
  executor_type get_executor();
  lowest_layer_type& lowest_layer();
};
template <class Protocol, class Executor = any_io_executor>
class basic_stream_socket : public basic_socket<Protocol, Executor> {
 public:
  using basic_socket<Protocol, Executor>::basic_socket;
  template <class B>
  std::size_t read_some(const B& buffers);
  template <class B>
  std::size_t read_some(const B& buffers, error_code& ec);
  template <class B>
  std::size_t write_some(const B& buffers);
  template <class B>
  std::size_t write_some(const B& buffers, error_code& ec);
  template <class B>
  std::size_t receive(const B& buffers);
  template <class B>
  std::size_t send(const B& buffers);
  template <class B, class F>
  async_result async_read_some(const B& buffers, F&& f);
  template <class B, class F>
  async_result async_write_some(const B& buffers, F&& f);
};
template <class Protocol, class Executor = any_io_executor>
class basic_datagram_socket : public basic_socket<Protocol, Executor> {
 public:
  using basic_socket<Protocol, Executor>::basic_socket;
  template <class B>
  std::size_t send_to(const B& buffers, const typename Protocol::endpoint& peer);
  template <class B>
  std::size_t receive_from(const B& buffers, typename Protocol::endpoint& peer);
  template <class B, class F>
  async_result async_receive_from(const B& buffers, typename Protocol::endpoint& peer, F&& f);
};
template <class Protocol, class Executor = any_io_executor>
class basic_socket_acceptor : public socket_base {
 public:
  template <class T>
  explicit basic_socket_acceptor(T&& context);
  template <class T>
  basic_socket_acceptor(T&& context, const typename Protocol::endpoint& endpoint,
                        bool reuse = true);
  void open(const Protocol& protocol);
  void bind(const typename Protocol::endpoint& endpoint);
  void listen(int backlog = 4096);
  template <class T>
  void set_option(const T& option);
  template <class S>
  void accept(S& peer);
  basic_stream_socket<Protocol, Executor> accept();
  template <class... T>
  async_result async_accept(T&&... arguments);
  void close();
  void cancel();
  bool is_open() const;
  typename Protocol::endpoint local_endpoint() const;
};

namespace ip {
class address_v4 {
 public:
  static address_v4 any();
  static address_v4 loopback();
  std::string to_string() const;
};
class address_v6 {
 public:
  static address_v6 any();
};
class address {
 public:
  address();
  address(const address_v4& a);
  address(const address_v6& a);
  static address from_string(const std::string& text);
  static address from_string(const std::string& text, error_code& ec);
  std::string to_string() const;
  bool is_v4() const;
  bool is_loopback() const;
};
address make_address(const std::string& text);
address make_address(const std::string& text, error_code& ec);
template <class P>
class basic_endpoint {
 public:
  basic_endpoint();
  basic_endpoint(const P& protocol, unsigned short port);
  basic_endpoint(const ip::address& a, unsigned short port);
  ip::address address() const;
  unsigned short port() const;
  P protocol() const;
};
template <class P>
std::ostream& operator<<(std::ostream& out, const basic_endpoint<P>& endpoint);
template <class P>
class basic_resolver_entry {
 public:
  basic_endpoint<P> endpoint() const;
  operator basic_endpoint<P>() const;
};
template <class P>
class basic_resolver_results {
 public:
  const basic_resolver_entry<P>* begin() const;
  const basic_resolver_entry<P>* end() const;
  const basic_resolver_entry<P>& operator*() const;
  const basic_resolver_entry<P>* operator->() const;
  basic_resolver_results& operator++();
  basic_resolver_results operator++(int);
  bool operator==(const basic_resolver_results& other) const;
  bool operator!=(const basic_resolver_results& other) const;
  bool empty() const;
};
template <class P>
class basic_resolver {
 public:
  using results_type = basic_resolver_results<P>;
  using iterator = basic_resolver_results<P>;
  using endpoint_type = basic_endpoint<P>;
  class query {
   public:
    query(const std::string& host, const std::string& service);
    template <class T>
    query(const std::string& host, const std::string& service, T flags);
    query(const P& protocol, const std::string& host, const std::string& service);
  };
  template <class T>
  explicit basic_resolver(T&& context);
  results_type resolve(const std::string& host, const std::string& service);
  results_type resolve(const std::string& host, const std::string& service, error_code& ec);
  results_type resolve(const query& q);
  results_type resolve(const query& q, error_code& ec);
  template <class F>
  async_result async_resolve(const std::string& host, const std::string& service, F&& f);
  template <class F>
  async_result async_resolve(const query& q, F&& f);
  void cancel();
};
class tcp {
 public:
  using endpoint = basic_endpoint<tcp>;
  using resolver = basic_resolver<tcp>;
  using socket = basic_stream_socket<tcp>;
  using acceptor = basic_socket_acceptor<tcp>;
  struct no_delay {
    explicit no_delay(bool on);
  };
  static tcp v4();
  static tcp v6();
};
class udp {
 public:
  using endpoint = basic_endpoint<udp>;
  using resolver = basic_resolver<udp>;
  using socket = basic_datagram_socket<udp>;
  static udp v4();
  static udp v6();
};
}  // namespace ip
namespace local {
class stream_protocol {
 public:
  class endpoint {
   public:
    endpoint();
    endpoint(const std::string& path);
  };
  using socket = basic_stream_socket<stream_protocol>;
  using acceptor = basic_socket_acceptor<stream_protocol>;
};
}  // namespace local

template <class S, class E>
auto connect(S& socket, const E& endpoints) -> ip::tcp::endpoint;
template <class S, class E>
auto connect(S& socket, const E& endpoints, error_code& ec) -> ip::tcp::endpoint;
template <class S, class I>
I connect(S& socket, I first, I last);
template <class S, class I>
I connect(S& socket, I first, I last, error_code& ec);
template <class S, class E, class F>
async_result async_connect(S& socket, const E& endpoints, F&& f);
template <class S, class I, class F>
async_result async_connect(S& socket, I first, I last, F&& f);
template <class S, class B>
std::size_t read(S& stream, B&& buffers);
template <class S, class B, class C>
std::size_t read(S& stream, B&& buffers, C&& completion);
template <class S, class B, class C>
std::size_t read(S& stream, B&& buffers, C&& completion, error_code& ec);
template <class S, class B, class D>
std::size_t read_until(S& stream, B&& buffers, D&& delimiter);
template <class S, class B, class D>
std::size_t read_until(S& stream, B&& buffers, D&& delimiter, error_code& ec);
template <class S, class B>
std::size_t write(S& stream, B&& buffers);
template <class S, class B, class C>
std::size_t write(S& stream, B&& buffers, C&& completion);
template <class S, class B, class C>
std::size_t write(S& stream, B&& buffers, C&& completion, error_code& ec);
template <class S, class B, class... T>
async_result async_read(S& stream, B&& buffers, T&&... rest);
template <class S, class B, class D, class F>
async_result async_read_until(S& stream, B&& buffers, D&& delimiter, F&& f);
template <class S, class B, class... T>
async_result async_write(S& stream, B&& buffers, T&&... rest);
int transfer_all();
int transfer_at_least(std::size_t n);
int transfer_exactly(std::size_t n);

template <class C>
struct wait_traits {};
template <class Clock, class Traits = wait_traits<Clock>, class Executor = any_io_executor>
class basic_waitable_timer {
 public:
  using duration = typename Clock::duration;
  using time_point = typename Clock::time_point;
  template <class T>
  explicit basic_waitable_timer(T&& context);
  template <class T, class D>
  basic_waitable_timer(T&& context, const D& expiry);
  template <class R, class P>
  std::size_t expires_after(const std::chrono::duration<R, P>& time);
  template <class R, class P>
  std::size_t expires_from_now(const std::chrono::duration<R, P>& time);
  std::size_t expires_at(const time_point& time);
  time_point expiry() const;
  std::size_t cancel();
  std::size_t cancel(error_code& ec);
  std::size_t cancel_one();
  void wait();
  void wait(error_code& ec);
  template <class F>
  async_result async_wait(F&& f);
};
using steady_timer = basic_waitable_timer<std::chrono::steady_clock>;
using system_timer = basic_waitable_timer<std::chrono::system_clock>;
using high_resolution_timer = basic_waitable_timer<std::chrono::high_resolution_clock>;
class deadline_timer {
 public:
  template <class T>
  explicit deadline_timer(T&& context);
  template <class T>
  deadline_timer(T&& context, const posix_time::time_duration& time);
  std::size_t expires_from_now(const posix_time::time_duration& time);
  template <class T>
  std::size_t expires_at(const T& time);
  std::size_t cancel();
  void wait();
  template <class F>
  async_result async_wait(F&& f);
};
class signal_set {
 public:
  template <class T>
  explicit signal_set(T&& context);
  template <class T>
  signal_set(T&& context, int a);
  template <class T>
  signal_set(T&& context, int a, int b);
  template <class T>
  signal_set(T&& context, int a, int b, int c);
  void add(int signal);
  void cancel();
  template <class F>
  async_result async_wait(F&& f);
};

namespace ssl {
class context_base {
 public:
  enum method { sslv2, sslv2_client, sslv2_server, sslv3, sslv3_client, sslv3_server, tlsv1, tlsv1_client, tlsv1_server, sslv23, sslv23_client, sslv23_server, tlsv11, tlsv11_client, tlsv11_server, tlsv12, tlsv12_client, tlsv12_server, tlsv13, tlsv13_client, tlsv13_server, tls, tls_client, tls_server };
  using options = long;
  static const long default_workarounds = 1;
  static const long single_dh_use = 2;
  static const long no_sslv2 = 4;
  static const long no_sslv3 = 8;
  static const long no_tlsv1 = 16;
  static const long no_tlsv1_1 = 32;
  static const long no_tlsv1_2 = 64;
  static const long no_compression = 128;
  static const int verify_none = 0;
  static const int verify_peer = 1;
  static const int verify_fail_if_no_peer_cert = 2;
  static const int verify_client_once = 4;
  enum file_format { asn1, pem };
  enum password_purpose { for_reading, for_writing };
};
using verify_mode = int;
const int verify_none = 0;
const int verify_peer = 1;
const int verify_fail_if_no_peer_cert = 2;
const int verify_client_once = 4;
class verify_context {
 public:
  void* native_handle();
};
class rfc2818_verification {
 public:
  explicit rfc2818_verification(const std::string& host);
  bool operator()(bool preverified, verify_context& context) const;
};
class host_name_verification {
 public:
  explicit host_name_verification(const std::string& host);
  bool operator()(bool preverified, verify_context& context) const;
};
class context : public context_base {
 public:
  using native_handle_type = struct ssl_ctx_st*;
  explicit context(method m);
  context(io_context& unused, method m);
  context(context&& other);
  void set_options(options o);
  void clear_options(options o);
  void set_verify_mode(verify_mode mode);
  error_code set_verify_mode(verify_mode mode, error_code& ec);
  void set_verify_depth(int depth);
  template <class F>
  void set_verify_callback(F f);
  template <class F>
  error_code set_verify_callback(F f, error_code& ec);
  void set_default_verify_paths();
  error_code set_default_verify_paths(error_code& ec);
  void load_verify_file(const std::string& file);
  error_code load_verify_file(const std::string& file, error_code& ec);
  void add_verify_path(const std::string& path);
  void add_certificate_authority(const const_buffer& ca);
  error_code add_certificate_authority(const const_buffer& ca, error_code& ec);
  void use_certificate_file(const std::string& file, file_format format);
  void use_certificate_chain_file(const std::string& file);
  void use_certificate_chain(const const_buffer& chain);
  void use_private_key_file(const std::string& file, file_format format);
  void use_private_key(const const_buffer& key, file_format format);
  void use_tmp_dh_file(const std::string& file);
  void use_tmp_dh(const const_buffer& dh);
  template <class F>
  void set_password_callback(F f);
  native_handle_type native_handle();
};
class stream_base {
 public:
  enum handshake_type { client, server };
};
template <class S>
class stream : public stream_base {
 public:
  using next_layer_type = S;
  using lowest_layer_type = typename S::lowest_layer_type;
  using executor_type = any_io_executor;
  using native_handle_type = struct ssl_st*;
  template <class T>
  stream(T&& argument, context& ctx);
  void handshake(handshake_type type);
  error_code handshake(handshake_type type, error_code& ec);
  template <class F>
  async_result async_handshake(handshake_type type, F&& f);
  void shutdown();
  error_code shutdown(error_code& ec);
  template <class F>
  async_result async_shutdown(F&& f);
  void set_verify_mode(verify_mode mode);
  error_code set_verify_mode(verify_mode mode, error_code& ec);
  template <class F>
  void set_verify_callback(F f);
  template <class F>
  error_code set_verify_callback(F f, error_code& ec);
  next_layer_type& next_layer();
  lowest_layer_type& lowest_layer();
  native_handle_type native_handle();
  executor_type get_executor();
  template <class B>
  std::size_t read_some(const B& buffers);
  template <class B>
  std::size_t write_some(const B& buffers);
  template <class B>
  std::size_t read_some(const B& buffers, error_code& ec);
  template <class B>
  std::size_t write_some(const B& buffers, error_code& ec);
  template <class B, class F>
  async_result async_read_some(const B& buffers, F&& f);
  template <class B, class F>
  async_result async_write_some(const B& buffers, F&& f);
};
}  // namespace ssl

}  // namespace asio
}  // namespace boost
