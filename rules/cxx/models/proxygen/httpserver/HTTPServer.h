// Model of Proxygen: https://github.com/facebook/proxygen. Declarations only.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>
#endif

namespace folly {
class IOBuf;
class EventBase;
}  // namespace folly
namespace proxygen {

enum class UpgradeProtocol { TCP };
enum ProxygenError { kErrorNone };
class HTTPMessage {
 public:
  const std::string& getPath() const;
  const std::string& getURL() const;
  const std::string& getQueryParam(const std::string& name) const;
};
class ResponseHandler;
class RequestHandler {
 public:
  virtual ~RequestHandler();
  virtual void onRequest(std::unique_ptr<HTTPMessage> headers) noexcept = 0;
  virtual void onBody(std::unique_ptr<folly::IOBuf> body) noexcept = 0;
  virtual void onEOM() noexcept = 0;
  virtual void onUpgrade(UpgradeProtocol protocol) noexcept = 0;
  virtual void requestComplete() noexcept = 0;
  virtual void onError(ProxygenError error) noexcept = 0;

 protected:
  ResponseHandler* downstream_;
};
class RequestHandlerFactory {
 public:
  virtual ~RequestHandlerFactory();
  virtual void onServerStart(folly::EventBase* base) noexcept = 0;
  virtual void onServerStop() noexcept = 0;
  virtual RequestHandler* onRequest(RequestHandler* next, HTTPMessage* message) noexcept = 0;
};
class RequestHandlerChain {
 public:
  std::vector<std::unique_ptr<RequestHandlerFactory>> build();
  template <class F, class... A>
  RequestHandlerChain& addThen(A&&... arguments);
};
class HTTPServerOptions {
 public:
  std::size_t threads;
  std::chrono::milliseconds idleTimeout;
  std::vector<int> shutdownOn;
  bool enableContentCompression;
  std::vector<std::unique_ptr<RequestHandlerFactory>> handlerFactories;
};
class ResponseBuilder {
 public:
  explicit ResponseBuilder(ResponseHandler* handler);
  ResponseBuilder& status(unsigned short code, const std::string& message);
  template <class T>
  ResponseBuilder& header(const std::string& name, const T& value);
  template <class T>
  ResponseBuilder& body(T&& text);
  void send();
  void sendWithEOM();
};
class HTTPServer {
 public:
  enum class Protocol { HTTP, SPDY, HTTP2 };
  struct IPConfig {};
  explicit HTTPServer(HTTPServerOptions options);
  void bind(std::vector<IPConfig>& addresses);
  void start(std::function<void()> started = nullptr,
             std::function<void(std::exception_ptr)> failed = nullptr);
  void stop();
};

}  // namespace proxygen
