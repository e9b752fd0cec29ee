// Model of the AWS SDK for C++: https://sdk.amazonaws.com/cpp/api/LATEST/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>
#endif

#define AWS_SDK_VERSION_MAJOR 1

namespace Aws {

using String = std::string;
using IOStream = std::iostream;
using FStream = std::fstream;
using StringStream = std::stringstream;
template <class T>
using Vector = std::vector<T>;
template <class K, class V>
using Map = std::map<K, V>;
template <class T, class... A>
std::shared_ptr<T> MakeShared(const char* tag, A&&... arguments);
template <class T>
using UniquePtr = std::unique_ptr<T>;
template <class T, class... A>
std::unique_ptr<T> MakeUnique(const char* tag, A&&... arguments);

struct LoggingOptions {
  int logLevel;
};
struct SDKOptions {
  LoggingOptions loggingOptions;
};
void InitAPI(const SDKOptions& options);
void ShutdownAPI(const SDKOptions& options);

namespace Http {
enum class Scheme { HTTP, HTTPS };
enum class HttpResponseCode { OK = 200, NOT_FOUND = 404, FORBIDDEN = 403, REQUEST_TIMEOUT = 408 };
enum class HttpMethod { HTTP_GET, HTTP_POST, HTTP_DELETE, HTTP_PUT, HTTP_HEAD, HTTP_PATCH };
}  // namespace Http
namespace Region {
extern const char* US_EAST_1;
extern const char* US_EAST_2;
extern const char* US_WEST_1;
extern const char* US_WEST_2;
extern const char* EU_WEST_1;
extern const char* EU_CENTRAL_1;
extern const char* AP_SOUTHEAST_1;
extern const char* AP_NORTHEAST_1;
}  // namespace Region

namespace Auth {
class AWSCredentials {
 public:
  AWSCredentials();
  AWSCredentials(const String& id, const String& secret);
  AWSCredentials(const String& id, const String& secret, const String& session);
  void SetAWSAccessKeyId(const String& id);
  void SetAWSSecretKey(const String& secret);
  const String& GetAWSAccessKeyId() const;
};
class AWSCredentialsProvider {
 public:
  virtual ~AWSCredentialsProvider();
};
class SimpleAWSCredentialsProvider : public AWSCredentialsProvider {
 public:
  SimpleAWSCredentialsProvider(const String& id, const String& secret, const String& session = "");
  explicit SimpleAWSCredentialsProvider(const AWSCredentials& credentials);
};
class DefaultAWSCredentialsProviderChain : public AWSCredentialsProvider {};
class EnvironmentAWSCredentialsProvider : public AWSCredentialsProvider {};
}  // namespace Auth

namespace Client {
class RetryStrategy {
 public:
  virtual ~RetryStrategy();
};
class DefaultRetryStrategy : public RetryStrategy {
 public:
  DefaultRetryStrategy(long n = 10, long scale = 25);
};
class StandardRetryStrategy : public RetryStrategy {
 public:
  StandardRetryStrategy(long n = 3);
};
struct ClientConfiguration {
  ClientConfiguration();
  explicit ClientConfiguration(const char* profile, bool imds = false);
  virtual ~ClientConfiguration();
  String userAgent;
  Http::Scheme scheme;
  String region;
  bool useDualStack;
  unsigned maxConnections;
  long httpRequestTimeoutMs;
  long requestTimeoutMs;
  long connectTimeoutMs;
  bool enableTcpKeepAlive;
  unsigned long tcpKeepAliveIntervalMs;
  unsigned long lowSpeedLimit;
  std::shared_ptr<RetryStrategy> retryStrategy;
  String endpointOverride;
  Http::Scheme proxyScheme;
  String proxyHost;
  unsigned proxyPort;
  String proxyUserName;
  String proxyPassword;
  bool verifySSL;
  String caPath;
  String caFile;
  bool enableEndpointDiscovery;
};
class AWSAuthV4Signer {
 public:
  enum class PayloadSigningPolicy { RequestDependent, Always, Never };
};
template <class E>
class AWSError {
 public:
  const String& GetMessage() const;
  const String& GetExceptionName() const;
  E GetErrorType() const;
  bool ShouldRetry() const;
  Http::HttpResponseCode GetResponseCode() const;
};
enum class CoreErrors { UNKNOWN = 100, NETWORK_CONNECTION = 99, REQUEST_TIMEOUT = 25, THROTTLING = 11, ACCESS_DENIED = 15 };
class AWSClient {
 public:
  virtual ~AWSClient();
  void DisableRequestProcessing();
};
}  // namespace Client

namespace Utils {
template <class R, class E>
class Outcome {
 public:
  bool IsSuccess() const;
  const R& GetResult() const;
  R& GetResult();
  R&& GetResultWithOwnership();
  const E& GetError() const;
};
namespace Logging {
enum class LogLevel { Off = 0, Fatal, Error, Warn, Info, Debug, Trace };
}
}  // namespace Utils

}  // namespace Aws
