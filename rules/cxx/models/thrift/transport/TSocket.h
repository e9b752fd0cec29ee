// Model of Apache Thrift's transports: https://thrift.apache.org/lib/cpp.html. Declarations only.
#pragma once

#if __has_include(<string>)
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#endif

namespace apache {
namespace thrift {

class TConfiguration {
 public:
  TConfiguration(int max = 0);
};
class TException : public std::exception {
 public:
  TException();
  explicit TException(const std::string& text);
  const char* what() const noexcept override;
};
namespace transport {
class TTransportException : public TException {
 public:
  enum TTransportExceptionType { UNKNOWN = 0, NOT_OPEN = 1, TIMED_OUT = 2, END_OF_FILE = 3, INTERRUPTED = 4, BAD_ARGS = 5, CORRUPTED_DATA = 6, INTERNAL_ERROR = 7 };
  explicit TTransportException(const std::string& text);
  TTransportExceptionType getType() const noexcept;
};
class TTransport {
 public:
  virtual ~TTransport();
  virtual bool isOpen() const;
  virtual bool peek();
  virtual void open();
  virtual void close();
  virtual void flush();
  uint32_t read(uint8_t* buffer, uint32_t n);
  void write(const uint8_t* buffer, uint32_t n);
};
class TSocket : public TTransport {
 public:
  explicit TSocket(std::shared_ptr<TConfiguration> config = nullptr);
  TSocket(const std::string& host, int port, std::shared_ptr<TConfiguration> config = nullptr);
  explicit TSocket(const std::string& path, std::shared_ptr<TConfiguration> config = nullptr);
  void setHost(std::string host);
  void setPort(int port);
  std::string getHost();
  int getPort();
  void setConnTimeout(int ms);
  void setRecvTimeout(int ms);
  void setSendTimeout(int ms);
  void setMaxRecvRetries(int n);
  void setLinger(bool on, int linger);
  void setNoDelay(bool on);
  void setKeepAlive(bool on);
  int getSocketFD();
};
class TSSLSocket : public TSocket {
 public:
  using TSocket::TSocket;
};
class AccessManager {
 public:
  enum Decision { DENY = -1, SKIP = 0, ALLOW = 1 };
  virtual ~AccessManager();
};
enum SSLProtocol { SSLTLS = 0, SSLv3 = 2, TLSv1_0 = 3, TLSv1_1 = 4, TLSv1_2 = 5, LATEST = TLSv1_2 };
class TSSLSocketFactory {
 public:
  TSSLSocketFactory(SSLProtocol protocol = SSLTLS);
  virtual ~TSSLSocketFactory();
  virtual std::shared_ptr<TSSLSocket> createSocket();
  virtual std::shared_ptr<TSSLSocket> createSocket(const std::string& host, int port);
  virtual void ciphers(const std::string& list);
  virtual void authenticate(bool required);
  virtual void loadCertificate(const char* path, const char* format = "PEM");
  virtual void loadPrivateKey(const char* path, const char* format = "PEM");
  virtual void loadTrustedCertificates(const char* path, const char* dir = nullptr);
  virtual void access(std::shared_ptr<AccessManager> manager);
};
class TBufferedTransport : public TTransport {
 public:
  explicit TBufferedTransport(std::shared_ptr<TTransport> transport,
                              std::shared_ptr<TConfiguration> config = nullptr);
  TBufferedTransport(std::shared_ptr<TTransport> transport, uint32_t size);
};
class TFramedTransport : public TTransport {
 public:
  explicit TFramedTransport(std::shared_ptr<TTransport> transport,
                            std::shared_ptr<TConfiguration> config = nullptr);
  TFramedTransport(std::shared_ptr<TTransport> transport, uint32_t size);
};
class THttpClient : public TTransport {
 public:
  THttpClient(std::shared_ptr<TTransport> transport, std::string host, std::string path = "",
              std::shared_ptr<TConfiguration> config = nullptr);
  THttpClient(std::string host, int port, std::string path = "",
              std::shared_ptr<TConfiguration> config = nullptr);
};
class TZlibTransport : public TTransport {
 public:
  explicit TZlibTransport(std::shared_ptr<TTransport> transport);
};
class TMemoryBuffer : public TTransport {
 public:
  TMemoryBuffer();
  std::string getBufferAsString() const;
};
class TServerTransport {
 public:
  virtual ~TServerTransport();
};
class TServerSocket : public TServerTransport {
 public:
  TServerSocket(int port);
  TServerSocket(int port, int send, int recv);
  TServerSocket(const std::string& address, int port);
  void setSendTimeout(int ms);
  void setRecvTimeout(int ms);
};
class TTransportFactory {
 public:
  virtual ~TTransportFactory();
};
class TBufferedTransportFactory : public TTransportFactory {};
class TFramedTransportFactory : public TTransportFactory {};
}  // namespace transport

namespace protocol {
class TProtocol {
 public:
  virtual ~TProtocol();
  std::shared_ptr<transport::TTransport> getTransport();
};
class TBinaryProtocol : public TProtocol {
 public:
  explicit TBinaryProtocol(std::shared_ptr<transport::TTransport> transport);
};
class TCompactProtocol : public TProtocol {
 public:
  explicit TCompactProtocol(std::shared_ptr<transport::TTransport> transport);
};
class TJSONProtocol : public TProtocol {
 public:
  explicit TJSONProtocol(std::shared_ptr<transport::TTransport> transport);
};
class TMultiplexedProtocol : public TProtocol {
 public:
  TMultiplexedProtocol(std::shared_ptr<TProtocol> protocol, const std::string& name);
};
class TProtocolFactory {
 public:
  virtual ~TProtocolFactory();
};
class TBinaryProtocolFactory : public TProtocolFactory {};
class TCompactProtocolFactory : public TProtocolFactory {};
}  // namespace protocol

class TProcessor {
 public:
  virtual ~TProcessor();
};
namespace server {
class TServer {
 public:
  virtual ~TServer();
  virtual void serve();
  virtual void stop();
};
class TSimpleServer : public TServer {
 public:
  template <class... T>
  explicit TSimpleServer(T&&... arguments);
};
class TThreadedServer : public TServer {
 public:
  template <class... T>
  explicit TThreadedServer(T&&... arguments);
};
class TThreadPoolServer : public TServer {
 public:
  template <class... T>
  explicit TThreadPoolServer(T&&... arguments);
};
class TNonblockingServer : public TServer {
 public:
  template <class... T>
  explicit TNonblockingServer(T&&... arguments);
};
}  // namespace server

}  // namespace thrift
}  // namespace apache
