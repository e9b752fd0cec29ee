// Model of Pistache: http://pistacheio.github.io/pistache/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#endif

#define HTTP_PROTOTYPE(Class)

namespace Pistache {

class Port {
 public:
  Port(std::uint16_t port = 0);
};
class Ipv4 {
 public:
  static Ipv4 any();
  static Ipv4 loopback();
};
class Ipv6 {
 public:
  static Ipv6 any();
};
class IP {
 public:
  static IP any();
};
class Address {
 public:
  Address();
  Address(std::string host, Port port);
  Address(std::string text);
  Address(const char* text);
  Address(Ipv4 ip, Port port);
  Address(IP ip, Port port);
};
namespace Tcp {
enum class Options : std::uint64_t { None = 0, NoDelay = 1, ReuseAddr = 2, ReusePort = 4 };
Options operator|(Options one, Options other);
}  // namespace Tcp
namespace Http {
enum class Code { Ok = 200, Created = 201, No_Content = 204, Bad_Request = 400, Unauthorized = 401, Not_Found = 404, Method_Not_Allowed = 405, Internal_Server_Error = 500, Service_Unavailable = 503 };
enum class Method { Options, Get, Post, Head, Put, Patch, Delete };
namespace Mime {
enum class Type { Text, Application };
enum class Subtype { Html, Plain, Json };
class MediaType {
 public:
  MediaType(Type type, Subtype subtype);
};
}  // namespace Mime
namespace Uri {
class Query {
 public:
  std::string get(const std::string& name) const;
  bool has(const std::string& name) const;
};
}  // namespace Uri
class Request {
 public:
  Method method() const;
  const std::string& resource() const;
  const std::string& body() const;
  const Uri::Query& query() const;
};
class ResponseWriter {
 public:
  template <class R>
  int send(Code code, const std::string& body = "", R type = {});
  int send(Code code, const std::string& body = "");
  int send(Code code, const std::string& body, const Mime::MediaType& type);
  int send(Code code, const char* data, std::size_t size);
};
class Handler {
 public:
  virtual ~Handler();
  virtual void onRequest(const Request& request, ResponseWriter response) = 0;
};
class Endpoint {
 public:
  class Options {
   public:
    Options& threads(int n);
    Options& flags(Tcp::Options flags);
    Options& maxRequestSize(std::size_t n);
  };
  Endpoint();
  explicit Endpoint(const Address& address);
  static Options options();
  void init(const Options& options = Options());
  void setHandler(const std::shared_ptr<Handler>& handler);
  void bind();
  void serve();
  void serveThreaded();
  void shutdown();
  void useSSL(const std::string& cert, const std::string& key);
};
template <class H>
std::shared_ptr<H> make_handler();
template <class H>
void listenAndServe(Address address);
}  // namespace Http
namespace Rest {
class TypedParam {
 public:
  template <class T>
  T as() const;
};
class Request : public Http::Request {
 public:
  TypedParam param(const std::string& name) const;
  bool hasParam(const std::string& name) const;
};
namespace Route {
enum class Result { Ok, Failure };
using Handler = std::function<Result(const Request, Http::ResponseWriter)>;
}  // namespace Route
class Router {
 public:
  std::shared_ptr<Http::Handler> handler() const;
  void get(const std::string& resource, Route::Handler handler);
  void post(const std::string& resource, Route::Handler handler);
  void put(const std::string& resource, Route::Handler handler);
  void del(const std::string& resource, Route::Handler handler);
  void addRoute(Http::Method method, const std::string& resource, Route::Handler handler);
};
namespace Routes {
void Get(Router& router, const std::string& resource, Route::Handler handler);
void Post(Router& router, const std::string& resource, Route::Handler handler);
void Put(Router& router, const std::string& resource, Route::Handler handler);
void Patch(Router& router, const std::string& resource, Route::Handler handler);
void Delete(Router& router, const std::string& resource, Route::Handler handler);
void Options(Router& router, const std::string& resource, Route::Handler handler);
void NotFound(Router& router, Route::Handler handler);
template <class R, class C, class... A, class O>
Route::Handler bind(R (C::*method)(A...), O object);
template <class R, class... A>
Route::Handler bind(R (*function)(A...));
}  // namespace Routes
}  // namespace Rest
}  // namespace Pistache
