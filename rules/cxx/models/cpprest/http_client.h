// Model of the C++ REST SDK: https://microsoft.github.io/cpprestsdk/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>
#endif

namespace pplx {
class cancellation_token {
 public:
  static cancellation_token none();
};
class cancellation_token_source {
 public:
  cancellation_token get_token() const;
  void cancel() const;
};
enum task_status { not_complete, completed, canceled };
template <class T>
class task;
namespace model {
template <class R>
struct Task {
  using type = task<R>;
};
template <class R>
struct Task<task<R>> {
  using type = task<R>;
};
template <class F, class T>
struct Continuation {
  template <class G>
  static auto Try(G g, int) -> typename Task<decltype(g(std::declval<task<T>>()))>::type;
  template <class G>
  static auto Try(G g, long) -> typename Task<decltype(g(std::declval<T>()))>::type;
};
template <class F>
struct Continuation<F, void> {
  template <class G>
  static auto Try(G g, int) -> typename Task<decltype(g(std::declval<task<void>>()))>::type;
  template <class G>
  static auto Try(G g, long) -> typename Task<decltype(g())>::type;
};
}  // namespace model
template <class T>
class task {
 public:
  task();
  template <class F>
  explicit task(F f);
  template <class F>
  auto then(F f) const -> decltype(model::Continuation<F, T>::template Try<F>(f, 0));
  task_status wait() const;
  T get() const;
  bool is_done() const;
};
template <class T>
task<T> task_from_result(T value);
template <class F>
auto create_task(F f) -> typename model::Task<decltype(f())>::type;
}  // namespace pplx
namespace concurrency = pplx;
namespace Concurrency = pplx;

#ifndef _UNICODE
#define _XPLATSTR(x) x
#define U(x) _XPLATSTR(x)
#endif
namespace utility {
using char_t = char;
using string_t = std::string;
using size64_t = uint64_t;
using seconds = std::chrono::seconds;
namespace conversions {
std::string to_utf8string(std::string text);
std::string to_string_t(std::string text);
std::string to_base64(const std::vector<unsigned char>& data);
}  // namespace conversions
}  // namespace utility

namespace web {
namespace json {
class value {
 public:
  value();
  value(int v);
  explicit value(std::string v);
  static value parse(const std::string& text);
  static value object();
  static value array();
  static value string(std::string v);
  static value number(double v);
  static value boolean(bool v);
  value& operator[](const std::string& key);
  value& operator[](size_t index);
  value& at(const std::string& key);
  const value& at(const std::string& key) const;
  bool has_field(const std::string& key) const;
  bool is_null() const;
  std::string as_string() const;
  int as_integer() const;
  double as_double() const;
  bool as_bool() const;
  std::string serialize() const;
  size_t size() const;
};
}  // namespace json
class uri {
 public:
  uri();
  uri(const char* text);
  uri(const std::string& text);
  std::string to_string() const;
  const std::string& path() const;
  const std::string& host() const;
  const std::string& query() const;
  static std::vector<std::string> split_path(const std::string& path);
  static std::map<std::string, std::string> split_query(const std::string& query);
  static std::string encode_uri(const std::string& text);
};
class uri_builder {
 public:
  uri_builder();
  explicit uri_builder(const uri& u);
  explicit uri_builder(const std::string& path);
  uri_builder& append_path(const std::string& path, bool encode = false);
  template <class T>
  uri_builder& append_query(const std::string& name, const T& value, bool encode = true);
  uri_builder& append_query(const std::string& query);
  std::string to_string() const;
  uri to_uri() const;
};
class credentials {
 public:
  credentials();
  credentials(std::string user, const std::string& password);
};
class web_proxy {
 public:
  web_proxy();
  explicit web_proxy(uri address);
  void set_credentials(credentials c);
};
namespace http {
using method = std::string;
class methods {
 public:
  static const method GET;
  static const method POST;
  static const method PUT;
  static const method DEL;
  static const method HEAD;
  static const method OPTIONS;
  static const method PATCH;
};
using status_code = unsigned short;
class status_codes {
 public:
  static const status_code OK = 200;
  static const status_code Created = 201;
  static const status_code NoContent = 204;
  static const status_code BadRequest = 400;
  static const status_code Unauthorized = 401;
  static const status_code NotFound = 404;
  static const status_code InternalError = 500;
};
class http_headers {
 public:
  std::string& operator[](const std::string& name);
  template <class T>
  void add(const std::string& name, const T& value);
  bool has(const std::string& name) const;
  std::string content_type() const;
};
class http_exception : public std::exception {
 public:
  explicit http_exception(const std::string& text);
  const char* what() const noexcept override;
};
class http_response {
 public:
  http_response();
  explicit http_response(status_code code);
  status_code status_code() const;
  const std::string& reason_phrase() const;
  http_headers& headers();
  pplx::task<std::string> extract_string(bool ignore = false) const;
  pplx::task<json::value> extract_json(bool ignore = false) const;
  pplx::task<std::vector<unsigned char>> extract_vector() const;
  void set_body(const std::string& body);
  std::string to_string() const;
};
class http_request {
 public:
  http_request();
  http_request(method m);
  void set_method(const method& m);
  void set_request_uri(const uri& u);
  const uri& request_uri() const;
  uri relative_uri() const;
  http_headers& headers();
  void set_body(const std::string& body, const std::string& type = "text/plain");
  void set_body(const json::value& body);
  pplx::task<std::string> extract_string(bool ignore = false);
  pplx::task<json::value> extract_json(bool ignore = false) const;
  pplx::task<void> reply(web::http::status_code code) const;
  pplx::task<void> reply(web::http::status_code code, const std::string& body,
                         const std::string& type = "text/plain") const;
  pplx::task<void> reply(web::http::status_code code, const json::value& body) const;
};
namespace client {
class http_client_config {
 public:
  http_client_config();
  std::chrono::seconds timeout() const;
  template <class T>
  void set_timeout(const T& timeout);
  bool validate_certificates() const;
  void set_validate_certificates(bool on);
  void set_credentials(const web::credentials& c);
  void set_proxy(web_proxy proxy);
  void set_max_redirects(size_t n);
  void set_chunksize(size_t n);
  void set_ssl_context_callback(const std::function<void(void*)>& f);
  void set_nativehandle_options(const std::function<void(void*)>& f);
};
class http_client {
 public:
  http_client(const uri& base);
  http_client(const uri& base, const http_client_config& config);
  ~http_client();
  const uri& base_uri() const;
  const http_client_config& client_config() const;
  pplx::task<http_response> request(
      http_request request, const pplx::cancellation_token& token = pplx::cancellation_token::none());
  pplx::task<http_response> request(const method& m);
  pplx::task<http_response> request(const method& m, const std::string& path);
  pplx::task<http_response> request(const method& m, const std::string& path,
                                    const json::value& body);
  pplx::task<http_response> request(const method& m, const std::string& path,
                                    const std::string& body,
                                    const std::string& type = "text/plain");
};
}  // namespace client
namespace experimental {
namespace listener {
class http_listener_config {
 public:
  void set_timeout(std::chrono::seconds timeout);
};
class http_listener {
 public:
  http_listener();
  explicit http_listener(uri address);
  http_listener(uri address, http_listener_config config);
  void support(const std::function<void(http_request)>& f);
  void support(const method& m, const std::function<void(http_request)>& f);
  pplx::task<void> open();
  pplx::task<void> close();
};
}  // namespace listener
}  // namespace experimental
}  // namespace http
}  // namespace web
