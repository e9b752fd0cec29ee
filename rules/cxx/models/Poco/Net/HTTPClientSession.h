// Model of POCO's network library: https://docs.pocoproject.org/current/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <cstdint>
#include <exception>
#include <istream>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>
#endif

namespace Poco {

using Int64 = int64_t;
using UInt16 = uint16_t;
class Exception : public std::exception {
 public:
  const std::string& message() const;
  std::string displayText() const;
  int code() const;
  const char* what() const noexcept override;
};
class TimeoutException : public Exception {};
class IOException : public Exception {};
class Timespan {
 public:
  Timespan();
  Timespan(Int64 microseconds);
  Timespan(long seconds, long microseconds);
  Timespan(int days, int hours, int minutes, int seconds, int microseconds);
  int totalSeconds() const;
  Int64 totalMilliseconds() const;
  static const Int64 MILLISECONDS;
  static const Int64 SECONDS;
  static const Int64 MINUTES;
};
class URI {
 public:
  URI();
  explicit URI(const std::string& text);
  explicit URI(const char* text);
  const std::string& getHost() const;
  unsigned short getPort() const;
  const std::string& getScheme() const;
  const std::string& getPath() const;
  std::string getPathAndQuery() const;
  std::string toString() const;
  void addQueryParameter(const std::string& name, const std::string& value = "");
};
template <class T>
class AutoPtr {
 public:
  AutoPtr(T* p = nullptr);
  T* operator->() const;
  T& operator*() const;
};
template <class T>
class SharedPtr {
 public:
  SharedPtr(T* p = nullptr);
  T* operator->() const;
};
class StreamCopier {
 public:
  static std::streamsize copyStream(std::istream& from, std::ostream& to, size_t n = 8192);
  static std::streamsize copyToString(std::istream& from, std::string& to, size_t n = 8192);
};

namespace Net {

class NetException : public IOException {};
class HTTPException : public NetException {};
class SocketAddress {
 public:
  SocketAddress();
  SocketAddress(const std::string& host, UInt16 port);
  explicit SocketAddress(const std::string& host_and_port);
  std::string toString() const;
};
class Socket {
 public:
  enum SelectMode { SELECT_READ = 1, SELECT_WRITE = 2, SELECT_ERROR = 4 };
  virtual ~Socket();
  void close();
  bool poll(const Timespan& timeout, int mode) const;
  int available() const;
  void setReceiveTimeout(const Timespan& timeout);
  void setSendTimeout(const Timespan& timeout);
  void setBlocking(bool on);
  void setNoDelay(bool on);
  void setKeepAlive(bool on);
};
class StreamSocket : public Socket {
 public:
  StreamSocket();
  explicit StreamSocket(const SocketAddress& address);
  virtual void connect(const SocketAddress& address);
  virtual void connect(const SocketAddress& address, const Timespan& timeout);
  virtual void connectNB(const SocketAddress& address);
  virtual int sendBytes(const void* buffer, int n, int flags = 0);
  virtual int receiveBytes(void* buffer, int n, int flags = 0);
  virtual void shutdown();
};
class DatagramSocket : public Socket {
 public:
  DatagramSocket();
  int sendTo(const void* buffer, int n, const SocketAddress& address, int flags = 0);
  int receiveFrom(void* buffer, int n, SocketAddress& address, int flags = 0);
};
class ServerSocket : public Socket {
 public:
  explicit ServerSocket(UInt16 port, int backlog = 64);
  explicit ServerSocket(const SocketAddress& address, int backlog = 64);
};
class NameValueCollection {
 public:
  virtual ~NameValueCollection();
  void set(const std::string& name, const std::string& value);
  void add(const std::string& name, const std::string& value);
  const std::string& get(const std::string& name) const;
  const std::string& get(const std::string& name, const std::string& value) const;
  bool has(const std::string& name) const;
};
class HTTPMessage : public NameValueCollection {
 public:
  void setContentLength(std::streamsize n);
  void setContentType(const std::string& type);
  void setChunkedTransferEncoding(bool on);
  void setKeepAlive(bool on);
  static const std::string HTTP_1_0;
  static const std::string HTTP_1_1;
};
class HTTPRequest : public HTTPMessage {
 public:
  HTTPRequest();
  HTTPRequest(const std::string& method, const std::string& uri);
  HTTPRequest(const std::string& method, const std::string& uri, const std::string& version);
  const std::string& getURI() const;
  const std::string& getMethod() const;
  void setURI(const std::string& uri);
  void setMethod(const std::string& method);
  void setHost(const std::string& host);
  void setCredentials(const std::string& scheme, const std::string& info);
  static const std::string HTTP_GET;
  static const std::string HTTP_POST;
  static const std::string HTTP_PUT;
  static const std::string HTTP_DELETE;
  static const std::string HTTP_PATCH;
};
class HTTPResponse : public HTTPMessage {
 public:
  enum HTTPStatus { HTTP_OK = 200, HTTP_CREATED = 201, HTTP_NO_CONTENT = 204, HTTP_BAD_REQUEST = 400, HTTP_UNAUTHORIZED = 401, HTTP_NOT_FOUND = 404, HTTP_INTERNAL_SERVER_ERROR = 500, HTTP_SERVICE_UNAVAILABLE = 503 };
  HTTPResponse();
  HTTPStatus getStatus() const;
  const std::string& getReason() const;
  void setStatus(HTTPStatus status);
};
class HTTPSession {
 public:
  void setKeepAlive(bool on);
  bool getKeepAlive() const;
  void setTimeout(const Timespan& timeout);
  void setTimeout(const Timespan& connect, const Timespan& send, const Timespan& receive);
  Timespan getTimeout() const;
  bool connected() const;
  StreamSocket& socket();
};
class HTTPClientSession : public HTTPSession {
 public:
  HTTPClientSession();
  explicit HTTPClientSession(const SocketAddress& address);
  HTTPClientSession(const std::string& host, UInt16 port = 80);
  virtual ~HTTPClientSession();
  void setHost(const std::string& host);
  void setPort(UInt16 port);
  void setProxy(const std::string& host, UInt16 port = 80);
  void setKeepAliveTimeout(const Timespan& timeout);
  virtual std::ostream& sendRequest(HTTPRequest& request);
  virtual std::istream& receiveResponse(HTTPResponse& response);
  void reset();
};
class Context {
 public:
  enum Usage { TLS_CLIENT_USE, TLS_SERVER_USE, CLIENT_USE, SERVER_USE, TLSV1_CLIENT_USE, TLSV1_SERVER_USE, TLSV1_1_CLIENT_USE, TLSV1_1_SERVER_USE, TLSV1_2_CLIENT_USE, TLSV1_2_SERVER_USE, TLSV1_3_CLIENT_USE, TLSV1_3_SERVER_USE };
  enum VerificationMode { VERIFY_NONE = 0, VERIFY_RELAXED = 1, VERIFY_STRICT = 3, VERIFY_ONCE = 5 };
  enum Protocols { PROTO_SSLV2 = 1, PROTO_SSLV3 = 2, PROTO_TLSV1 = 4, PROTO_TLSV1_1 = 8, PROTO_TLSV1_2 = 16, PROTO_TLSV1_3 = 32 };
  using Ptr = AutoPtr<Context>;
  Context(Usage usage, const std::string& key, const std::string& cert, const std::string& ca,
          VerificationMode mode = VERIFY_RELAXED, int depth = 9, bool defaults = false,
          const std::string& ciphers = "ALL");
  Context(Usage usage, const std::string& ca, VerificationMode mode = VERIFY_RELAXED,
          int depth = 9, bool defaults = false, const std::string& ciphers = "ALL");
  void enableExtendedCertificateVerification(bool on = true);
  void disableProtocols(int protocols);
  void requireMinimumProtocol(Protocols protocol);
};
class PrivateKeyPassphraseHandler;
class InvalidCertificateHandler {
 public:
  explicit InvalidCertificateHandler(bool server);
  virtual ~InvalidCertificateHandler();
};
class AcceptCertificateHandler : public InvalidCertificateHandler {
 public:
  explicit AcceptCertificateHandler(bool server);
};
class RejectCertificateHandler : public InvalidCertificateHandler {
 public:
  explicit RejectCertificateHandler(bool server);
};
class SSLManager {
 public:
  static SSLManager& instance();
  void initializeClient(SharedPtr<PrivateKeyPassphraseHandler> key,
                        SharedPtr<InvalidCertificateHandler> certificate, Context::Ptr context);
  void initializeServer(SharedPtr<PrivateKeyPassphraseHandler> key,
                        SharedPtr<InvalidCertificateHandler> certificate, Context::Ptr context);
};
void initializeSSL();
void uninitializeSSL();
class HTTPSClientSession : public HTTPClientSession {
 public:
  HTTPSClientSession();
  explicit HTTPSClientSession(Context::Ptr context);
  HTTPSClientSession(const std::string& host, UInt16 port = 443);
  HTTPSClientSession(const std::string& host, UInt16 port, Context::Ptr context);
};
class SecureStreamSocket : public StreamSocket {
 public:
  SecureStreamSocket();
  explicit SecureStreamSocket(Context::Ptr context);
  SecureStreamSocket(const SocketAddress& address, Context::Ptr context);
};
class HTTPBasicCredentials {
 public:
  HTTPBasicCredentials();
  HTTPBasicCredentials(const std::string& user, const std::string& password);
  void setUsername(const std::string& user);
  void setPassword(const std::string& password);
  void authenticate(HTTPRequest& request) const;
};
class MailMessage;
class SMTPClientSession {
 public:
  enum LoginMethod { AUTH_NONE, AUTH_CRAM_MD5, AUTH_LOGIN, AUTH_PLAIN };
  explicit SMTPClientSession(const std::string& host, UInt16 port = 25);
  void login();
  void login(LoginMethod method, const std::string& user, const std::string& password);
  void sendMessage(const MailMessage& message);
  void setTimeout(const Timespan& timeout);
  void close();
};
class FTPClientSession {
 public:
  FTPClientSession();
  FTPClientSession(const std::string& host, UInt16 port = 21, const std::string& user = "",
                   const std::string& password = "");
  void login(const std::string& user, const std::string& password);
  void setTimeout(const Timespan& timeout);
  std::istream& beginDownload(const std::string& path);
  void endDownload();
  void close();
};
class HTTPServerRequest : public HTTPRequest {
 public:
  virtual std::istream& stream() = 0;
  virtual const SocketAddress& clientAddress() const = 0;
};
class HTTPServerResponse : public HTTPResponse {
 public:
  virtual std::ostream& send() = 0;
  virtual void sendBuffer(const void* data, std::size_t size) = 0;
  virtual void sendFile(const std::string& path, const std::string& type) = 0;
  virtual void redirect(const std::string& uri) = 0;
};
class HTTPRequestHandler {
 public:
  virtual ~HTTPRequestHandler();
  virtual void handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) = 0;
};
class HTTPRequestHandlerFactory {
 public:
  virtual ~HTTPRequestHandlerFactory();
  virtual HTTPRequestHandler* createRequestHandler(const HTTPServerRequest& request) = 0;
};
class HTTPServerParams {
 public:
  HTTPServerParams();
  void setMaxThreads(int n);
  void setMaxQueued(int n);
  void setTimeout(const Timespan& timeout);
  void setKeepAlive(bool on);
};
class HTTPServer {
 public:
  HTTPServer(HTTPRequestHandlerFactory* factory, const ServerSocket& socket,
             HTTPServerParams* params);
  HTTPServer(HTTPRequestHandlerFactory* factory, UInt16 port = 80,
             HTTPServerParams* params = nullptr);
  void start();
  void stop();
  void stopAll(bool abort = false);
};

}  // namespace Net
}  // namespace Poco
