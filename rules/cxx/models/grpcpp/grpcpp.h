// Model of gRPC: https://grpc.github.io/grpc/cpp/. Declarations only. Generated stubs are not here.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>
#endif
#if __has_include(<time.h>)
#include <stdint.h>
#include <time.h>
#endif

extern "C" {
typedef enum { GPR_CLOCK_MONOTONIC = 0, GPR_CLOCK_REALTIME, GPR_CLOCK_PRECISE, GPR_TIMESPAN } gpr_clock_type;
typedef struct gpr_timespec {
  int64_t tv_sec;
  int32_t tv_nsec;
  gpr_clock_type clock_type;
} gpr_timespec;
gpr_timespec gpr_now(gpr_clock_type clock);
gpr_timespec gpr_inf_future(gpr_clock_type clock);
gpr_timespec gpr_inf_past(gpr_clock_type clock);
gpr_timespec gpr_time_0(gpr_clock_type clock);
gpr_timespec gpr_time_add(gpr_timespec a, gpr_timespec b);
gpr_timespec gpr_time_sub(gpr_timespec a, gpr_timespec b);
gpr_timespec gpr_time_from_micros(int64_t n, gpr_clock_type clock);
gpr_timespec gpr_time_from_millis(int64_t n, gpr_clock_type clock);
gpr_timespec gpr_time_from_seconds(int64_t n, gpr_clock_type clock);
typedef enum { GRPC_COMPRESS_NONE = 0, GRPC_COMPRESS_DEFLATE, GRPC_COMPRESS_GZIP } grpc_compression_algorithm;
typedef enum {
  GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE,
  GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_BUT_DONT_VERIFY,
  GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_AND_VERIFY,
  GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_BUT_DONT_VERIFY,
  GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY
} grpc_ssl_client_certificate_request_type;
typedef enum { UDS = 0, LOCAL_TCP } grpc_local_connect_type;
}
typedef enum {
  GRPC_CHANNEL_IDLE,
  GRPC_CHANNEL_CONNECTING,
  GRPC_CHANNEL_READY,
  GRPC_CHANNEL_TRANSIENT_FAILURE,
  GRPC_CHANNEL_SHUTDOWN
} grpc_connectivity_state;
#define GRPC_ARG_KEEPALIVE_TIME_MS "grpc.keepalive_time_ms"
#define GRPC_ARG_KEEPALIVE_TIMEOUT_MS "grpc.keepalive_timeout_ms"
#define GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS "grpc.keepalive_permit_without_calls"
#define GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA "grpc.http2.max_pings_without_data"
#define GRPC_ARG_MAX_RECONNECT_BACKOFF_MS "grpc.max_reconnect_backoff_ms"
#define GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS "grpc.initial_reconnect_backoff_ms"
#define GRPC_ARG_MAX_RECEIVE_MESSAGE_LENGTH "grpc.max_receive_message_length"
#define GRPC_ARG_MAX_SEND_MESSAGE_LENGTH "grpc.max_send_message_length"
#define GRPC_ARG_ENABLE_RETRIES "grpc.enable_retries"
#define GRPC_ARG_SERVICE_CONFIG "grpc.service_config"
#define GRPC_SSL_TARGET_NAME_OVERRIDE_ARG "grpc.ssl_target_name_override"

namespace grpc {

enum StatusCode {
  OK = 0,
  CANCELLED,
  UNKNOWN,
  INVALID_ARGUMENT,
  DEADLINE_EXCEEDED,
  NOT_FOUND,
  ALREADY_EXISTS,
  PERMISSION_DENIED,
  RESOURCE_EXHAUSTED,
  FAILED_PRECONDITION,
  ABORTED,
  OUT_OF_RANGE,
  UNIMPLEMENTED,
  INTERNAL,
  UNAVAILABLE,
  DATA_LOSS,
  UNAUTHENTICATED
};
class Status {
 public:
  Status();
  Status(StatusCode code, const std::string& message);
  Status(StatusCode code, const std::string& message, const std::string& details);
  static const Status& OK;
  static const Status& CANCELLED;
  StatusCode error_code() const;
  std::string error_message() const;
  std::string error_details() const;
  bool ok() const;
};
class string_ref {
 public:
  string_ref();
  string_ref(const char* text);
  string_ref(const std::string& text);
  const char* data() const;
  size_t length() const;
  size_t size() const;
  const char* begin() const;
  const char* end() const;
  bool operator==(string_ref other) const;
};

class Channel;
class ChannelCredentials;
class CallCredentials;
class ServerCredentials;
class ServerContext;
class CallbackServerContext;
class CompletionQueue;
class AuthContext;

class PropagationOptions {
 public:
  PropagationOptions();
  PropagationOptions& enable_deadline_propagation();
  PropagationOptions& disable_deadline_propagation();
};

class ClientContext {
 public:
  ClientContext();
  ~ClientContext();
  static std::unique_ptr<ClientContext> FromServerContext(
      const ServerContext& server, PropagationOptions options = PropagationOptions());
  static std::unique_ptr<ClientContext> FromCallbackServerContext(
      const CallbackServerContext& server, PropagationOptions options = PropagationOptions());
  void AddMetadata(const std::string& key, const std::string& value);
  const std::multimap<string_ref, string_ref>& GetServerInitialMetadata() const;
  const std::multimap<string_ref, string_ref>& GetServerTrailingMetadata() const;
  template <class T>
  void set_deadline(const T& deadline);
  void set_idempotent(bool on);
  void set_wait_for_ready(bool on);
  void set_authority(const std::string& authority);
  void set_credentials(const std::shared_ptr<CallCredentials>& credentials);
  void set_compression_algorithm(grpc_compression_algorithm algorithm);
  void set_initial_metadata_corked(bool on);
  std::chrono::system_clock::time_point deadline() const;
  gpr_timespec raw_deadline() const;
  std::string peer() const;
  void TryCancel();
  std::shared_ptr<const AuthContext> auth_context() const;
};

class ServerContextBase {
 public:
  virtual ~ServerContextBase();
  std::chrono::system_clock::time_point deadline() const;
  gpr_timespec raw_deadline() const;
  void AddInitialMetadata(const std::string& key, const std::string& value);
  void AddTrailingMetadata(const std::string& key, const std::string& value);
  bool IsCancelled() const;
  void TryCancel() const;
  const std::multimap<string_ref, string_ref>& client_metadata() const;
  std::string peer() const;
  void AsyncNotifyWhenDone(void* tag);
};
class ServerContext : public ServerContextBase {};
class CallbackServerContext : public ServerContextBase {};
class GenericServerContext : public ServerContext {};

class ChannelInterface {
 public:
  virtual ~ChannelInterface();
  virtual grpc_connectivity_state GetState(bool connect) = 0;
  template <class T>
  bool WaitForStateChange(grpc_connectivity_state last, T deadline);
  template <class T>
  bool WaitForConnected(T deadline);
};
class Channel : public ChannelInterface {
 public:
  grpc_connectivity_state GetState(bool connect) override;
};
class ResourceQuota {
 public:
  ResourceQuota();
  ResourceQuota& Resize(size_t size);
  ResourceQuota& SetMaxThreads(int n);
};
class ChannelArguments {
 public:
  ChannelArguments();
  void SetInt(const std::string& key, int value);
  void SetString(const std::string& key, const std::string& value);
  void SetPointer(const std::string& key, void* value);
  void SetServiceConfigJSON(const std::string& json);
  void SetLoadBalancingPolicyName(const std::string& name);
  void SetUserAgentPrefix(const std::string& prefix);
  void SetMaxReceiveMessageSize(int size);
  void SetMaxSendMessageSize(int size);
  void SetSslTargetNameOverride(const std::string& name);
  void SetCompressionAlgorithm(grpc_compression_algorithm algorithm);
  void SetResourceQuota(const ResourceQuota& quota);
};

class ChannelCredentials {
 public:
  virtual ~ChannelCredentials();
};
class CallCredentials {
 public:
  virtual ~CallCredentials();
};
class AuthMetadataProcessor;
class ServerCredentials {
 public:
  virtual ~ServerCredentials();
  virtual void SetAuthMetadataProcessor(const std::shared_ptr<AuthMetadataProcessor>& p) = 0;
};
struct SslCredentialsOptions {
  std::string pem_root_certs;
  std::string pem_private_key;
  std::string pem_cert_chain;
};
struct SslServerCredentialsOptions {
  SslServerCredentialsOptions();
  explicit SslServerCredentialsOptions(grpc_ssl_client_certificate_request_type type);
  struct PemKeyCertPair {
    std::string private_key;
    std::string cert_chain;
  };
  std::string pem_root_certs;
  std::vector<PemKeyCertPair> pem_key_cert_pairs;
  bool force_client_auth;
  grpc_ssl_client_certificate_request_type client_certificate_request;
};
std::shared_ptr<ChannelCredentials> InsecureChannelCredentials();
std::shared_ptr<ChannelCredentials> SslCredentials(const SslCredentialsOptions& options);
std::shared_ptr<ChannelCredentials> GoogleDefaultCredentials();
std::shared_ptr<ChannelCredentials> CompositeChannelCredentials(
    const std::shared_ptr<ChannelCredentials>& channel,
    const std::shared_ptr<CallCredentials>& call);
std::shared_ptr<CallCredentials> AccessTokenCredentials(const std::string& token);
std::shared_ptr<ServerCredentials> InsecureServerCredentials();
std::shared_ptr<ServerCredentials> SslServerCredentials(
    const SslServerCredentialsOptions& options);
namespace experimental {
std::shared_ptr<ChannelCredentials> LocalCredentials(grpc_local_connect_type type);
std::shared_ptr<ServerCredentials> LocalServerCredentials(grpc_local_connect_type type);
class CertificateVerifier;
class TlsChannelCredentialsOptions {
 public:
  TlsChannelCredentialsOptions();
  void set_verify_server_certs(bool on);
  void set_check_call_host(bool on);
  void set_certificate_verifier(std::shared_ptr<CertificateVerifier> verifier);
  void watch_root_certs();
};
class NoOpCertificateVerifier;
std::shared_ptr<ChannelCredentials> TlsCredentials(const TlsChannelCredentialsOptions& options);
}  // namespace experimental
std::shared_ptr<Channel> CreateChannel(const std::string& target,
                                       const std::shared_ptr<ChannelCredentials>& credentials);
std::shared_ptr<Channel> CreateCustomChannel(
    const std::string& target, const std::shared_ptr<ChannelCredentials>& credentials,
    const ChannelArguments& arguments);
std::shared_ptr<Channel> CreateInsecureChannelFromFd(const std::string& target, int fd);

class CompletionQueue {
 public:
  enum NextStatus { SHUTDOWN, GOT_EVENT, TIMEOUT };
  CompletionQueue();
  ~CompletionQueue();
  bool Next(void** tag, bool* ok);
  template <class T>
  NextStatus AsyncNext(void** tag, bool* ok, const T& deadline);
  void Shutdown();
};
class ServerCompletionQueue : public CompletionQueue {};

class Service {
 public:
  Service();
  virtual ~Service();
};
class CallbackGenericService;
class AsyncGenericService;
class Server {
 public:
  void Wait();
  template <class T>
  void Shutdown(const T& deadline);
  void Shutdown();
};
class ServerBuilder {
 public:
  ServerBuilder();
  virtual ~ServerBuilder();
  ServerBuilder& RegisterService(Service* service);
  ServerBuilder& RegisterService(const std::string& host, Service* service);
  ServerBuilder& AddListeningPort(const std::string& address,
                                  std::shared_ptr<ServerCredentials> credentials,
                                  int* port = nullptr);
  std::unique_ptr<ServerCompletionQueue> AddCompletionQueue(bool frequent = true);
  ServerBuilder& AddChannelArgument(const std::string& key, const std::string& value);
  ServerBuilder& AddChannelArgument(const std::string& key, int value);
  ServerBuilder& SetMaxReceiveMessageSize(int size);
  ServerBuilder& SetMaxSendMessageSize(int size);
  ServerBuilder& SetMaxMessageSize(int size);
  ServerBuilder& SetResourceQuota(const ResourceQuota& quota);
  enum SyncServerOption { NUM_CQS, MIN_POLLERS, MAX_POLLERS, CQ_TIMEOUT_MSEC };
  ServerBuilder& SetSyncServerOption(SyncServerOption option, int value);
  std::unique_ptr<Server> BuildAndStart();
};
void EnableDefaultHealthCheckService(bool on);
bool DefaultHealthCheckServiceEnabled();
namespace reflection {
void InitProtoReflectionServerBuilderPlugin();
}

class WriteOptions {
 public:
  WriteOptions& set_last_message();
  WriteOptions& set_no_compression();
};
template <class R>
class ClientReaderInterface {
 public:
  virtual ~ClientReaderInterface();
  bool Read(R* message);
  void WaitForInitialMetadata();
  Status Finish();
};
template <class R>
class ClientReader final : public ClientReaderInterface<R> {};
template <class W>
class ClientWriterInterface {
 public:
  virtual ~ClientWriterInterface();
  bool Write(const W& message);
  bool Write(const W& message, WriteOptions options);
  bool WritesDone();
  Status Finish();
};
template <class W>
class ClientWriter final : public ClientWriterInterface<W> {};
template <class W, class R>
class ClientReaderWriterInterface {
 public:
  virtual ~ClientReaderWriterInterface();
  bool Read(R* message);
  bool Write(const W& message);
  bool Write(const W& message, WriteOptions options);
  bool WritesDone();
  Status Finish();
};
template <class W, class R>
class ClientReaderWriter final : public ClientReaderWriterInterface<W, R> {};
template <class R>
class ClientAsyncResponseReader {
 public:
  void StartCall();
  void ReadInitialMetadata(void* tag);
  void Finish(R* message, Status* status, void* tag);
};
template <class R>
class ClientAsyncReader {
 public:
  void StartCall(void* tag);
  void Read(R* message, void* tag);
  void Finish(Status* status, void* tag);
};
template <class W, class R>
class ClientAsyncReaderWriter {
 public:
  void StartCall(void* tag);
  void Read(R* message, void* tag);
  void Write(const W& message, void* tag);
  void WritesDone(void* tag);
  void Finish(Status* status, void* tag);
};
template <class W>
class ServerWriter {
 public:
  bool Write(const W& message);
  bool Write(const W& message, WriteOptions options);
};
template <class R>
class ServerReader {
 public:
  bool Read(R* message);
};
template <class W, class R>
class ServerReaderWriter {
 public:
  bool Read(R* message);
  bool Write(const W& message);
  bool Write(const W& message, WriteOptions options);
};
template <class W>
class ServerAsyncResponseWriter {
 public:
  explicit ServerAsyncResponseWriter(ServerContext* context);
  void Finish(const W& message, const Status& status, void* tag);
  void FinishWithError(const Status& status, void* tag);
};
class ServerUnaryReactor {
 public:
  virtual ~ServerUnaryReactor();
  void Finish(Status status);
  virtual void OnDone() = 0;
};
template <class R>
class ClientReadReactor {
 public:
  virtual ~ClientReadReactor();
  void StartCall();
  void StartRead(R* message);
  virtual void OnDone(const Status& status);
  virtual void OnReadDone(bool ok);
};
template <class W, class R>
class ClientBidiReactor {
 public:
  virtual ~ClientBidiReactor();
  void StartCall();
  void StartRead(R* message);
  void StartWrite(const W* message);
  virtual void OnDone(const Status& status);
};

class Slice {
 public:
  Slice();
  Slice(const std::string& text);
  size_t size() const;
};
class ByteBuffer {
 public:
  ByteBuffer();
  ByteBuffer(const Slice* slices, size_t n);
  size_t Length() const;
};
class GenericStub {
 public:
  explicit GenericStub(std::shared_ptr<ChannelInterface> channel);
  std::unique_ptr<ClientAsyncResponseReader<ByteBuffer>> PrepareUnaryCall(
      ClientContext* context, const std::string& method, const ByteBuffer& request,
      CompletionQueue* cq);
};

}  // namespace grpc

namespace grpc_impl = grpc;
