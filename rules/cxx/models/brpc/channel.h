// Model of bRPC: https://brpc.apache.org/docs/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <cstdint>
#include <memory>
#include <string>
#endif

namespace google {
namespace protobuf {
class Message;
class Closure;
class RpcController;
class Service;
class RpcChannel;
class MethodDescriptor;
}  // namespace protobuf
}  // namespace google

namespace butil {
class IOBuf {
 public:
  void append(const std::string& text);
  std::string to_string() const;
  size_t size() const;
};
class EndPoint;
}  // namespace butil

namespace brpc {

enum ConnectionType { CONNECTION_TYPE_UNKNOWN = 0, CONNECTION_TYPE_SINGLE = 1, CONNECTION_TYPE_POOLED = 2, CONNECTION_TYPE_SHORT = 4 };
enum ProtocolType { PROTOCOL_UNKNOWN = 0, PROTOCOL_BAIDU_STD = 1, PROTOCOL_HTTP = 5, PROTOCOL_REDIS = 14, PROTOCOL_H2 = 26 };
class AdaptiveConnectionType {
 public:
  AdaptiveConnectionType(ConnectionType type);
  AdaptiveConnectionType(const std::string& name);
  AdaptiveConnectionType& operator=(const std::string& name);
  AdaptiveConnectionType& operator=(const char* name);
  AdaptiveConnectionType& operator=(ConnectionType type);
};
class AdaptiveProtocolType {
 public:
  AdaptiveProtocolType(ProtocolType type);
  AdaptiveProtocolType& operator=(const std::string& name);
  AdaptiveProtocolType& operator=(const char* name);
  AdaptiveProtocolType& operator=(ProtocolType type);
};
struct VerifyOptions {
  int verify_depth;
  std::string ca_file_path;
};
struct ChannelSSLOptions {
  bool enable;
  std::string ciphers;
  std::string protocols;
  std::string sni_name;
  VerifyOptions verify;
};
class Authenticator;
class RetryPolicy;
class RetryBackoffPolicy;
struct ChannelOptions {
  ChannelOptions();
  int32_t connect_timeout_ms;
  int32_t timeout_ms;
  int32_t backup_request_ms;
  int max_retry;
  bool enable_circuit_breaker;
  AdaptiveProtocolType protocol;
  AdaptiveConnectionType connection_type;
  bool succeed_without_server;
  bool log_succeed_without_server;
  const Authenticator* auth;
  const RetryPolicy* retry_policy;
  std::string connection_group;
  bool has_ssl_options() const;
  ChannelSSLOptions* mutable_ssl_options();
};
class ChannelBase {
 public:
  virtual ~ChannelBase();
};
class Channel : public ChannelBase {
 public:
  Channel();
  int Init(const char* address, const ChannelOptions* options);
  int Init(const char* address, int port, const ChannelOptions* options);
  int Init(const char* naming, const char* balancer, const ChannelOptions* options);
  void CallMethod(const google::protobuf::MethodDescriptor* method,
                  google::protobuf::RpcController* controller,
                  const google::protobuf::Message* request, google::protobuf::Message* response,
                  google::protobuf::Closure* done);
  operator google::protobuf::RpcChannel*();
};
class URI {
 public:
  URI& operator=(const std::string& url);
  URI& operator=(const char* url);
};
class HttpHeader {
 public:
  URI& uri();
  void set_method(int method);
  void set_content_type(const std::string& type);
  void SetHeader(const std::string& key, const std::string& value);
  int status_code() const;
  void set_status_code(int code);
};
class Controller {
 public:
  Controller();
  ~Controller();
  void set_timeout_ms(int64_t ms);
  int64_t timeout_ms() const;
  void set_backup_request_ms(int64_t ms);
  void set_max_retry(int n);
  void set_log_id(uint64_t id);
  void set_request_id(std::string id);
  bool Failed() const;
  std::string ErrorText() const;
  int ErrorCode() const;
  void SetFailed(const std::string& reason);
  void SetFailed(int code, const char* format, ...);
  void Reset();
  int64_t latency_us() const;
  HttpHeader& http_request();
  HttpHeader& http_response();
  butil::IOBuf& request_attachment();
  butil::IOBuf& response_attachment();
  void ignore_eovercrowded();
  operator google::protobuf::RpcController*();
};
class ClosureGuard {
 public:
  explicit ClosureGuard(google::protobuf::Closure* done);
  ~ClosureGuard();
};
enum ServiceOwnership { SERVER_OWNS_SERVICE, SERVER_DOESNT_OWN_SERVICE };
struct ServerOptions {
  ServerOptions();
  int idle_timeout_sec;
  int num_threads;
  int max_concurrency;
};
class Server {
 public:
  Server();
  int AddService(google::protobuf::Service* service, ServiceOwnership ownership);
  int Start(const char* address, const ServerOptions* options);
  int Start(int port, const ServerOptions* options);
  int Stop(int timeout_ms);
  int Join();
  void RunUntilAskedToQuit();
};
bool IsAskedToQuit();

}  // namespace brpc
