// Model of Crow: https://crowcpp.org/master/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <cstdint>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#endif

#define CROW_MAIN
#define CROW_ROUTE(app, url) app.route(url)
#define CROW_BP_ROUTE(blueprint, url) blueprint.route(url)
#define CROW_WEBSOCKET_ROUTE(app, url) app.route(url).websocket(&app)
#define CROW_CATCHALL_ROUTE(app) app.catchall_route()
#define CROW_MIDDLEWARES(app, ...) middlewares()

namespace crow {

enum class HTTPMethod { Delete = 0, DELETE = 0, Get, GET = 1, Head, HEAD = 2, Post, POST = 3, Put, PUT = 4, Options, OPTIONS = 5, Patch, PATCH = 6 };
enum class LogLevel { Debug = 0, DEBUG = 0, Info, INFO = 1, Warning, WARNING = 2, Error, ERROR = 3, Critical, CRITICAL = 4 };
enum status { OK = 200, CREATED = 201, NO_CONTENT = 204, BAD_REQUEST = 400, UNAUTHORIZED = 401, NOT_FOUND = 404, INTERNAL_SERVER_ERROR = 500, SERVICE_UNAVAILABLE = 503 };
inline HTTPMethod operator""_method(const char* text, std::size_t length);

class query_string {
 public:
  char* get(const std::string& name) const;
  std::vector<char*> get_list(const std::string& name, bool brackets = true) const;
  char* pop(const std::string& name);
};
struct request {
  HTTPMethod method;
  std::string raw_url;
  std::string url;
  query_string url_params;
  std::string body;
  std::string remote_ip_address;
  const std::string& get_header_value(const std::string& key) const;
  query_string get_body_params() const;
};
namespace json {
class rvalue {
 public:
  explicit operator bool() const;
  rvalue operator[](const char* key) const;
  rvalue operator[](const std::string& key) const;
  rvalue operator[](std::size_t index) const;
  std::string s() const;
  std::int64_t i() const;
  double d() const;
  bool b() const;
  bool has(const char* key) const;
};
class wvalue {
 public:
  wvalue();
  template <class T>
  wvalue(const T& value);
  wvalue(std::initializer_list<std::pair<std::string const, wvalue>> list);
  wvalue& operator[](const std::string& key);
  wvalue& operator[](unsigned index);
  template <class T>
  wvalue& operator=(const T& value);
  std::string dump() const;
};
rvalue load(const std::string& text);
rvalue load(const char* text, std::size_t size);
}  // namespace json
struct returnable {};
struct response {
  int code = 200;
  std::string body;
  response();
  explicit response(int code);
  response(std::string body);
  response(int code, std::string body);
  response(json::wvalue&& value);
  response(const json::wvalue& value);
  response(int code, const json::wvalue& value);
  response(std::string type, std::string body);
  response(int code, std::string type, std::string body);
  void set_header(std::string key, std::string value);
  void add_header(std::string key, std::string value);
  const std::string& get_header_value(const std::string& key);
  void write(const std::string& part);
  void redirect(const std::string& location);
  void end();
  void end(const std::string& part);
  void set_static_file_info(std::string path);
};
namespace mustache {
class context : public json::wvalue {
 public:
  using json::wvalue::wvalue;
};
struct rendered_template : returnable {
  std::string body_;
  std::string dump() const;
};
class template_t {
 public:
  explicit template_t(std::string body);
  rendered_template render() const;
  rendered_template render(const context& context) const;
  std::string render_string() const;
  std::string render_string(const context& context) const;
};
template_t load(const std::string& file);
std::string load_text(const std::string& file);
}  // namespace mustache
namespace websocket {
struct connection {
  virtual void send_binary(std::string text) = 0;
  virtual void send_text(std::string text) = 0;
  virtual void close(const std::string& text = "quit", std::uint16_t code = 1000) = 0;
  virtual std::string get_remote_ip() = 0;
  void userdata(void* data);
  void* userdata();
};
}  // namespace websocket
class WebSocketRule {
 public:
  template <class F>
  WebSocketRule& onopen(F f);
  template <class F>
  WebSocketRule& onmessage(F f);
  template <class F>
  WebSocketRule& onclose(F f);
  template <class F>
  WebSocketRule& onerror(F f);
  template <class F>
  WebSocketRule& onaccept(F f);
};
class Rule {
 public:
  template <class... M>
  Rule& methods(HTTPMethod method, M... more);
  template <class... M, class A>
  Rule& middlewares(A app);
  template <class A>
  WebSocketRule websocket(A* app);
  Rule& name(std::string name);
  template <class F>
  void operator()(F&& handler);
  template <class F>
  void operator()(std::string name, F&& handler);
};
class Blueprint {
 public:
  explicit Blueprint(const std::string& prefix);
  Blueprint(const std::string& prefix, const std::string& folder);
  Rule& route(std::string url);
  void register_blueprint(Blueprint& blueprint);
};
template <class... Middlewares>
class Crow {
 public:
  Crow();
  Rule& route(std::string url);
  Rule& route_dynamic(const std::string& url);
  Rule& catchall_route();
  Crow& port(std::uint16_t port);
  Crow& bindaddr(std::string address);
  Crow& concurrency(std::uint16_t n);
  Crow& multithreaded();
  Crow& timeout(std::uint8_t seconds);
  Crow& server_name(std::string name);
  Crow& loglevel(LogLevel level);
  Crow& ssl_file(const std::string& cert, const std::string& key);
  Crow& signal_clear();
  Crow& signal_add(int number);
  Crow& register_blueprint(Blueprint& blueprint);
  template <class T>
  T& get_middleware();
  template <class T>
  typename T::context& get_context(const request& request);
  Crow& validate();
  void run();
  std::future<void> run_async();
  void stop();
};
template <class... Middlewares>
using App = Crow<Middlewares...>;
using SimpleApp = Crow<>;
namespace logger {
inline void setLogLevel(LogLevel level);
}
struct CrowLogModel {
  template <class T>
  const CrowLogModel& operator<<(const T&) const {
    return *this;
  }
};
}  // namespace crow

#define CROW_LOG_DEBUG crow::CrowLogModel()
#define CROW_LOG_INFO crow::CrowLogModel()
#define CROW_LOG_WARNING crow::CrowLogModel()
#define CROW_LOG_ERROR crow::CrowLogModel()
#define CROW_LOG_CRITICAL crow::CrowLogModel()
