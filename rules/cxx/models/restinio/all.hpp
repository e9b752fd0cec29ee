// Model of RESTinio: https://stiffstream.com/en/docs/restinio/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#endif

namespace restinio {

enum class request_handling_status_t { accepted, rejected, not_handled };
inline request_handling_status_t request_accepted();
inline request_handling_status_t request_rejected();
inline request_handling_status_t request_not_handled();
class http_request_header_t {
 public:
  std::string request_target() const;
  std::string path() const;
  std::string query() const;
  int method() const;
};
class response_builder_t {
 public:
  response_builder_t& append_header(std::string key, std::string value);
  response_builder_t& append_header_date_field();
  response_builder_t& set_body(std::string body);
  response_builder_t& append_body(std::string body);
  request_handling_status_t done();
};
inline int status_ok();
class request_t {
 public:
  const http_request_header_t& header() const;
  const std::string& body() const;
  response_builder_t create_response();
  template <class S>
  response_builder_t create_response(S status);
};
using request_handle_t = std::shared_ptr<request_t>;
namespace router {
class route_params_t {
 public:
  std::string operator[](const std::string& name) const;
};
template <class Engine>
class express_router_t {
 public:
  template <class F>
  void http_get(std::string path, F&& handler);
  template <class F>
  void http_post(std::string path, F&& handler);
  template <class F>
  void http_put(std::string path, F&& handler);
  template <class F>
  void http_delete(std::string path, F&& handler);
  template <class M, class F>
  void add_handler(M method, std::string path, F&& handler);
  template <class F>
  void non_matched_request_handler(F&& handler);
};
struct std_regex_engine_t {};
}  // namespace router
struct default_traits_t {};
struct default_single_thread_traits_t {};
template <class T = default_traits_t>
class server_settings_t {
 public:
  server_settings_t& port(std::uint16_t port);
  server_settings_t& address(std::string address);
  template <class H>
  server_settings_t& request_handler(H&& handler);
};
template <class T = default_traits_t>
server_settings_t<T> on_this_thread();
template <class T = default_traits_t>
server_settings_t<T> on_thread_pool(std::size_t n);
template <class S>
void run(S&& settings);
template <class I, class S>
void run(I& context, S&& settings);
template <class S>
std::unique_ptr<int> run_async(int context, S&& settings, std::size_t n);

}  // namespace restinio
