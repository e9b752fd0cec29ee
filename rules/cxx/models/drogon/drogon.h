// Model of Drogon: https://drogon.org/docs/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <cstdint>
#include <exception>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>
#endif

namespace Json {
class Value;
}
namespace trantor {
class EventLoop {
 public:
  uint64_t runAfter(double seconds, std::function<void()> f);
  uint64_t runEvery(double seconds, std::function<void()> f);
  void loop();
  void quit();
  void queueInLoop(std::function<void()> f);
};
}  // namespace trantor

namespace drogon {

enum HttpMethod { Get = 0, Post, Head, Put, Delete, Options, Patch, Invalid };
enum HttpStatusCode { kUnknown = 0, k200OK = 200, k201Created = 201, k204NoContent = 204, k301MovedPermanently = 301, k302Found = 302, k400BadRequest = 400, k401Unauthorized = 401, k403Forbidden = 403, k404NotFound = 404, k409Conflict = 409, k500InternalServerError = 500, k503ServiceUnavailable = 503 };
enum ContentType { CT_NONE = 0, CT_APPLICATION_JSON, CT_TEXT_PLAIN, CT_TEXT_HTML, CT_APPLICATION_X_FORM };
enum class ReqResult { Ok = 0, BadResponse, NetworkFailure, BadServerAddress, Timeout, HandshakeError, InvalidCertificate, EncryptionFailure };
std::string to_string(ReqResult result);

class HttpRequest;
class HttpResponse;
class HttpClient;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
using HttpClientPtr = std::shared_ptr<HttpClient>;
using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr&)>;
using AdviceCallback = std::function<void(const HttpResponsePtr&)>;

class HttpRequest {
 public:
  static HttpRequestPtr newHttpRequest();
  static HttpRequestPtr newHttpJsonRequest(const Json::Value& data);
  static HttpRequestPtr newHttpFormPostRequest();
  virtual ~HttpRequest();
  virtual const std::string& path() const = 0;
  virtual HttpMethod method() const = 0;
  virtual void setMethod(const HttpMethod method) = 0;
  virtual void setPath(const std::string& path) = 0;
  virtual void setPathEncode(bool on) = 0;
  virtual void setParameter(const std::string& key, const std::string& value) = 0;
  virtual const std::string& getParameter(const std::string& key) const = 0;
  virtual void setBody(const std::string& body) = 0;
  virtual void addHeader(std::string key, const std::string& value) = 0;
  virtual const std::string& getHeader(std::string key) const = 0;
  virtual void setContentTypeCode(const ContentType type) = 0;
  virtual void setContentTypeString(const std::string& type) = 0;
  virtual const std::shared_ptr<Json::Value>& getJsonObject() const = 0;
  const std::string& getBody() const;
  const std::string& body() const;
};
class HttpResponse {
 public:
  static HttpResponsePtr newHttpResponse();
  static HttpResponsePtr newHttpJsonResponse(const Json::Value& data);
  static HttpResponsePtr newNotFoundResponse();
  virtual ~HttpResponse();
  virtual HttpStatusCode statusCode() const = 0;
  HttpStatusCode getStatusCode() const;
  virtual void setStatusCode(HttpStatusCode code) = 0;
  virtual void setBody(const std::string& body) = 0;
  virtual void setContentTypeCode(ContentType type) = 0;
  virtual void addHeader(std::string key, const std::string& value) = 0;
  virtual const std::string& getHeader(std::string key) const = 0;
  virtual const std::shared_ptr<Json::Value>& getJsonObject() const = 0;
  const std::string& getBody() const;
  const std::string& body() const;
};
template <class T>
struct AwaitableModel {
  bool await_ready() const noexcept;
  template <class H>
  void await_suspend(H handle) noexcept;
  T await_resume();
};
class HttpClient {
 public:
  static HttpClientPtr newHttpClient(const std::string& host, trantor::EventLoop* loop = nullptr,
                                     bool useOldTLS = false, bool validateCert = true);
  static HttpClientPtr newHttpClient(const std::string& ip, uint16_t port, bool useSSL = false,
                                     trantor::EventLoop* loop = nullptr, bool useOldTLS = false,
                                     bool validateCert = true);
  virtual ~HttpClient();
  virtual void sendRequest(const HttpRequestPtr& request, const HttpReqCallback& f,
                           double timeout = 0) = 0;
  std::pair<ReqResult, HttpResponsePtr> sendRequest(const HttpRequestPtr& request,
                                                    double timeout = 0);
  AwaitableModel<HttpResponsePtr> sendRequestCoro(HttpRequestPtr request, double timeout = 0);
  virtual void setPipeliningDepth(size_t depth) = 0;
  virtual void enableCookies(bool on = true) = 0;
  virtual void addCookie(const std::string& key, const std::string& value) = 0;
  virtual void setUserAgent(const std::string& agent) = 0;
  virtual void setCertPath(const std::string& cert, const std::string& key) = 0;
};

namespace orm {
class DrogonDbException {
 public:
  virtual ~DrogonDbException();
  virtual const std::exception& base() const;
};
class Field {
 public:
  template <class T>
  T as() const;
  bool isNull() const;
  const char* c_str() const;
};
class Row {
 public:
  Field operator[](size_t index) const;
  Field operator[](const char* name) const;
  Field operator[](const std::string& name) const;
};
class Result {
 public:
  size_t size() const;
  bool empty() const;
  size_t affectedRows() const;
  Row operator[](size_t index) const;
  const Row* begin() const;
  const Row* end() const;
};
class Transaction;
namespace internal {
class SqlBinder {
 public:
  template <class T>
  SqlBinder& operator<<(T&& argument);
  template <class F>
  SqlBinder& operator>>(F&& handler);
};
}  // namespace internal
class DbClient {
 public:
  internal::SqlBinder operator<<(const std::string& sql);
  static std::shared_ptr<DbClient> newPgClient(const std::string& info, size_t n,
                                               bool autoBatch = false);
  static std::shared_ptr<DbClient> newMysqlClient(const std::string& info, size_t n);
  static std::shared_ptr<DbClient> newSqlite3Client(const std::string& info, size_t n);
  virtual ~DbClient();
  template <class F, class E, class... T>
  void execSqlAsync(const std::string& sql, F&& f, E&& error, T&&... arguments) noexcept;
  template <class... T>
  std::future<Result> execSqlAsyncFuture(const std::string& sql, T&&... arguments) noexcept;
  template <class... T>
  Result execSqlSync(const std::string& sql, T&&... arguments);
  template <class... T>
  AwaitableModel<Result> execSqlCoro(const std::string& sql, T... arguments) noexcept;
  virtual std::shared_ptr<Transaction> newTransaction(
      const std::function<void(bool)>& f = nullptr) = 0;
  virtual void setTimeout(double seconds) = 0;
  virtual bool hasAvailableConnections() const noexcept = 0;
  virtual void closeAll() = 0;
};
class Transaction : public DbClient {
 public:
  virtual void rollback() = 0;
};
using DbClientPtr = std::shared_ptr<DbClient>;
}  // namespace orm

class HttpAppFramework {
 public:
  HttpAppFramework& addListener(const std::string& ip, uint16_t port, bool ssl = false,
                                const std::string& cert = "", const std::string& key = "",
                                bool old = false);
  HttpAppFramework& setThreadNum(size_t n);
  HttpAppFramework& setLogLevel(int level);
  HttpAppFramework& setDocumentRoot(const std::string& path);
  HttpAppFramework& loadConfigFile(const std::string& path);
  HttpAppFramework& createDbClient(const std::string& type, const std::string& host,
                                   unsigned short port, const std::string& db,
                                   const std::string& user, const std::string& password,
                                   size_t n = 1, const std::string& file = "",
                                   const std::string& name = "default", bool fast = false,
                                   const std::string& charset = "", double timeout = -1.0,
                                   bool autoBatch = false);
  HttpAppFramework& createRedisClient(const std::string& ip, unsigned short port,
                                      const std::string& name = "default",
                                      const std::string& password = "", size_t n = 1,
                                      bool fast = false, double timeout = -1.0,
                                      unsigned int db = 0, const std::string& user = "");
  template <class F>
  HttpAppFramework& registerHandler(const std::string& path, F&& f,
                                    const std::vector<HttpMethod>& methods = {},
                                    const std::string& name = "");
  template <class F>
  HttpAppFramework& registerHandlerViaRegex(const std::string& path, F&& f,
                                            const std::vector<HttpMethod>& methods = {},
                                            const std::string& name = "");
  HttpAppFramework& disableSigtermHandling();
  HttpAppFramework& setTermSignalHandler(const std::function<void()>& f);
  HttpAppFramework& setIntSignalHandler(const std::function<void()>& f);
  orm::DbClientPtr getDbClient(const std::string& name = "default");
  orm::DbClientPtr getFastDbClient(const std::string& name = "default");
  void forward(const HttpRequestPtr& request, std::function<void(const HttpResponsePtr&)>&& f,
               const std::string& host = "", double timeout = 0);
  trantor::EventLoop* getLoop() const;
  void run();
  void quit();
};
HttpAppFramework& app();
template <class T, bool Auto = true>
class HttpController {
 public:
  template <class F>
  static void registerMethod(F&& method, const std::string& path);
  template <class F>
  static void methodAdd(F&& method, const std::string& path);
};
template <class T, bool Auto = true>
class HttpSimpleController {
 public:
  static void registerSelf__(const std::string& path);
};

}  // namespace drogon

#define METHOD_LIST_BEGIN \
 public:                  \
  static void initPathRouting() {
#define METHOD_LIST_END }
#define PATH_LIST_BEGIN METHOD_LIST_BEGIN
#define PATH_LIST_END METHOD_LIST_END
#define ADD_METHOD_TO(method, path, ...) registerMethod(&method, path);
#define ADD_METHOD_VIA_REGEX(method, path, ...) registerMethod(&method, path);
#define METHOD_ADD(method, path, ...) methodAdd(&method, path);
#define PATH_ADD(path, ...) registerSelf__(path);
struct DrogonLogModel {
  template <class T>
  const DrogonLogModel& operator<<(const T&) const {
    return *this;
  }
};
#define LOG_TRACE DrogonLogModel()
#define LOG_DEBUG DrogonLogModel()
#define LOG_INFO DrogonLogModel()
#define LOG_WARN DrogonLogModel()
#define LOG_ERROR DrogonLogModel()
