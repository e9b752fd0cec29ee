// Model of cpp-httplib: https://github.com/yhirose/cpp-httplib#readme. Declarations only.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <cstdint>
#include <ctime>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>
#endif

#define CPPHTTPLIB_VERSION "0.15.0"

namespace httplib {

typedef int socket_t;
struct CaseIgnoringLess {
  bool operator()(const std::string& a, const std::string& b) const;
};
using Headers = std::multimap<std::string, std::string, CaseIgnoringLess>;
using Params = std::multimap<std::string, std::string>;
using Progress = std::function<bool(uint64_t, uint64_t)>;
struct MultipartFormData {
  std::string name;
  std::string content;
  std::string filename;
  std::string content_type;
};
using MultipartFormDataItems = std::vector<MultipartFormData>;
using MultipartFormDataMap = std::multimap<std::string, MultipartFormData>;
using ContentReceiver = std::function<bool(const char*, size_t)>;
class DataSink {
 public:
  std::function<bool(const char*, size_t)> write;
  std::function<void()> done;
  std::function<bool()> is_writable;
};
using ContentProvider = std::function<bool(size_t, size_t, DataSink&)>;
using ContentProviderWithoutLength = std::function<bool(size_t, DataSink&)>;
using ContentProviderResourceReleaser = std::function<void(bool)>;
enum class Error {
  Success = 0,
  Unknown,
  Connection,
  BindIPAddress,
  Read,
  Write,
  ExceedRedirectCount,
  Canceled,
  SSLConnection,
  SSLLoadingCerts,
  SSLServerVerification,
  Compression,
  ConnectionTimeout,
  ProxyConnection
};
std::string to_string(Error error);
enum StatusCode { OK_200 = 200, BadRequest_400 = 400, NotFound_404 = 404, InternalServerError_500 = 500, ServiceUnavailable_503 = 503 };

struct Request {
  std::string method;
  std::string path;
  Headers headers;
  std::string body;
  std::string remote_addr;
  int remote_port = -1;
  std::string version;
  std::string target;
  Params params;
  MultipartFormDataMap files;
  std::map<std::string, std::string> path_params;
  std::vector<std::string> matches;
  bool has_header(const std::string& key) const;
  std::string get_header_value(const std::string& key, size_t id = 0) const;
  void set_header(const std::string& key, const std::string& value);
  bool has_param(const std::string& key) const;
  std::string get_param_value(const std::string& key, size_t id = 0) const;
  bool has_file(const std::string& key) const;
  MultipartFormData get_file_value(const std::string& key) const;
};
struct Response {
  std::string version;
  int status = -1;
  std::string reason;
  Headers headers;
  std::string body;
  std::string location;
  bool has_header(const std::string& key) const;
  std::string get_header_value(const std::string& key, size_t id = 0) const;
  void set_header(const std::string& key, const std::string& value);
  void set_redirect(const std::string& url, int status = 302);
  void set_content(const char* text, size_t n, const std::string& type);
  void set_content(const std::string& text, const std::string& type);
  void set_chunked_content_provider(const std::string& type,
                                    ContentProviderWithoutLength provider);
  void set_content_provider(size_t n, const std::string& type, ContentProvider provider);
};
class Result {
 public:
  Result();
  explicit operator bool() const;
  bool operator==(std::nullptr_t) const;
  bool operator!=(std::nullptr_t) const;
  const Response& value() const;
  Response& value();
  const Response& operator*() const;
  Response& operator*();
  const Response* operator->() const;
  Response* operator->();
  Error error() const;
};

class ClientImpl {
 public:
  explicit ClientImpl(const std::string& host);
  explicit ClientImpl(const std::string& host, int port);
  explicit ClientImpl(const std::string& host, int port, const std::string& cert,
                      const std::string& key);
  virtual ~ClientImpl();
  virtual bool is_valid() const;
  Result Get(const std::string& path);
  Result Get(const std::string& path, const Headers& headers);
  Result Get(const std::string& path, Progress progress);
  Result Get(const std::string& path, const Headers& headers, Progress progress);
  Result Get(const std::string& path, ContentReceiver receiver);
  Result Get(const std::string& path, const Headers& headers, ContentReceiver receiver);
  Result Get(const std::string& path, const Params& params, const Headers& headers);
  Result Head(const std::string& path);
  Result Head(const std::string& path, const Headers& headers);
  Result Post(const std::string& path);
  Result Post(const std::string& path, const Headers& headers);
  Result Post(const std::string& path, const char* body, size_t n, const std::string& type);
  Result Post(const std::string& path, const std::string& body, const std::string& type);
  Result Post(const std::string& path, const Params& params);
  Result Post(const std::string& path, const MultipartFormDataItems& items);
  Result Post(const std::string& path, const Headers& headers, const std::string& body,
              const std::string& type);
  Result Post(const std::string& path, const Headers& headers, const Params& params);
  Result Post(const std::string& path, const Headers& headers,
              const MultipartFormDataItems& items);
  Result Put(const std::string& path);
  Result Put(const std::string& path, const std::string& body, const std::string& type);
  Result Put(const std::string& path, const Headers& headers, const std::string& body,
             const std::string& type);
  Result Patch(const std::string& path);
  Result Patch(const std::string& path, const std::string& body, const std::string& type);
  Result Patch(const std::string& path, const Headers& headers, const std::string& body,
               const std::string& type);
  Result Delete(const std::string& path);
  Result Delete(const std::string& path, const Headers& headers);
  Result Delete(const std::string& path, const std::string& body, const std::string& type);
  Result Options(const std::string& path);
  bool send(Request& request, Response& response, Error& error);
  Result send(const Request& request);
  void stop();
  void set_connection_timeout(time_t sec, time_t usec = 0);
  template <class R, class P>
  void set_connection_timeout(const std::chrono::duration<R, P>& duration);
  void set_read_timeout(time_t sec, time_t usec = 0);
  template <class R, class P>
  void set_read_timeout(const std::chrono::duration<R, P>& duration);
  void set_write_timeout(time_t sec, time_t usec = 0);
  template <class R, class P>
  void set_write_timeout(const std::chrono::duration<R, P>& duration);
  void set_max_timeout(time_t msec);
  template <class R, class P>
  void set_max_timeout(const std::chrono::duration<R, P>& duration);
  void set_basic_auth(const std::string& user, const std::string& password);
  void set_bearer_token_auth(const std::string& token);
  void set_digest_auth(const std::string& user, const std::string& password);
  void set_default_headers(Headers headers);
  void set_keep_alive(bool on);
  void set_follow_location(bool on);
  void set_compress(bool on);
  void set_decompress(bool on);
  void set_interface(const std::string& name);
  void set_tcp_nodelay(bool on);
  void set_address_family(int family);
  void set_proxy(const std::string& host, int port);
  void set_proxy_basic_auth(const std::string& user, const std::string& password);
  void set_ca_cert_path(const std::string& file, const std::string& dir = std::string());
  void enable_server_certificate_verification(bool on);
  void enable_server_hostname_verification(bool on);
  void set_logger(std::function<void(const Request&, const Response&)> logger);
  void set_url_encode(bool on);
  std::string host() const;
  int port() const;
};

class Client : public ClientImpl {
 public:
  explicit Client(const std::string& scheme_host_port);
  explicit Client(const std::string& scheme_host_port, const std::string& cert,
                  const std::string& key);
  explicit Client(const std::string& host, int port);
  explicit Client(const std::string& host, int port, const std::string& cert,
                  const std::string& key);
  Client(Client&&);
  Client& operator=(Client&&);
  ~Client() override;
};
class SSLClient : public ClientImpl {
 public:
  explicit SSLClient(const std::string& host);
  explicit SSLClient(const std::string& host, int port);
  explicit SSLClient(const std::string& host, int port, const std::string& cert,
                     const std::string& key, const std::string& password = std::string());
  ~SSLClient() override;
  long get_openssl_verify_result() const;
};

class TaskQueue {
 public:
  virtual ~TaskQueue();
};
class ThreadPool : public TaskQueue {
 public:
  explicit ThreadPool(size_t n);
};
class Server {
 public:
  using Handler = std::function<void(const Request&, Response&)>;
  using ContentReader = std::function<bool(ContentReceiver)>;
  using HandlerWithContentReader =
      std::function<void(const Request&, Response&, const ContentReader&)>;
  enum class HandlerResponse { Handled, Unhandled };
  using HandlerWithResponse = std::function<HandlerResponse(const Request&, Response&)>;
  using ExceptionHandler = std::function<void(const Request&, Response&, std::exception_ptr)>;
  Server();
  virtual ~Server();
  virtual bool is_valid() const;
  Server& Get(const std::string& pattern, Handler handler);
  Server& Post(const std::string& pattern, Handler handler);
  Server& Post(const std::string& pattern, HandlerWithContentReader handler);
  Server& Put(const std::string& pattern, Handler handler);
  Server& Patch(const std::string& pattern, Handler handler);
  Server& Delete(const std::string& pattern, Handler handler);
  Server& Options(const std::string& pattern, Handler handler);
  bool set_mount_point(const std::string& mount, const std::string& dir,
                       Headers headers = Headers());
  Server& set_error_handler(Handler handler);
  Server& set_exception_handler(ExceptionHandler handler);
  Server& set_pre_routing_handler(HandlerWithResponse handler);
  Server& set_post_routing_handler(Handler handler);
  Server& set_logger(std::function<void(const Request&, const Response&)> logger);
  Server& set_default_headers(Headers headers);
  Server& set_keep_alive_max_count(size_t n);
  Server& set_keep_alive_timeout(time_t sec);
  Server& set_read_timeout(time_t sec, time_t usec = 0);
  Server& set_write_timeout(time_t sec, time_t usec = 0);
  Server& set_idle_interval(time_t sec, time_t usec = 0);
  Server& set_payload_max_length(size_t n);
  bool bind_to_port(const std::string& host, int port, int flags = 0);
  int bind_to_any_port(const std::string& host, int flags = 0);
  bool listen_after_bind();
  bool listen(const std::string& host, int port, int flags = 0);
  bool is_running() const;
  void wait_until_ready() const;
  void stop();
  std::function<TaskQueue*()> new_task_queue;
};
class SSLServer : public Server {
 public:
  SSLServer(const char* cert, const char* key, const char* ca = nullptr,
            const char* dir = nullptr, const char* password = nullptr);
  ~SSLServer() override;
};

std::pair<std::string, std::string> make_basic_authentication_header(const std::string& user,
                                                                     const std::string& password,
                                                                     bool proxy = false);
std::pair<std::string, std::string> make_bearer_token_authentication_header(
    const std::string& token, bool proxy = false);

}  // namespace httplib
