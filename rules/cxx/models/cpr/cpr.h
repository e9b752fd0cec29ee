// Model of cpr: https://docs.libcpr.org/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <cstdint>
#include <functional>
#include <future>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <vector>
#endif

namespace cpr {

class Url {
 public:
  Url();
  Url(std::string url);
  Url(const char* url);
  Url(std::initializer_list<std::string> parts);
  const std::string& str() const;
  const char* c_str() const;
  operator std::string() const;
};
class Body {
 public:
  Body();
  Body(std::string body);
  Body(const char* body);
  Body(const char* body, size_t n);
};
struct Parameter {
  Parameter(const std::string& key, const std::string& value);
  std::string key;
  std::string value;
};
class Parameters {
 public:
  Parameters();
  Parameters(const std::initializer_list<Parameter>& parameters);
  void Add(const Parameter& parameter);
};
struct Pair {
  Pair(std::string key, std::string value);
};
class Payload {
 public:
  Payload(const std::initializer_list<Pair>& pairs);
};
struct Part {
  Part(const std::string& name, const std::string& value);
  Part(const std::string& name, int value);
};
class Multipart {
 public:
  Multipart(std::initializer_list<Part> parts);
};
struct CaseInsensitiveCompare {
  bool operator()(const std::string& a, const std::string& b) const noexcept;
};
using Header = std::map<std::string, std::string, CaseInsensitiveCompare>;
class Timeout {
 public:
  Timeout(const std::chrono::milliseconds& duration);
  Timeout(const std::int32_t& ms);
  Timeout(const std::chrono::seconds& duration);
  std::chrono::milliseconds ms;
};
class ConnectTimeout : public Timeout {
 public:
  ConnectTimeout(const std::chrono::milliseconds& duration);
  ConnectTimeout(const std::int32_t& ms);
};
class LowSpeed {
 public:
  LowSpeed(std::int32_t limit, std::chrono::seconds time);
  LowSpeed(std::int32_t limit, std::int32_t time);
};
class VerifySsl {
 public:
  VerifySsl();
  VerifySsl(bool verify);
  explicit operator bool() const;
  bool verify;
};
enum class AuthMode { BASIC, DIGEST, NTLM };
class Authentication {
 public:
  Authentication(std::string user, std::string password);
  Authentication(std::string user, std::string password, AuthMode mode);
};
class Digest : public Authentication {
 public:
  Digest(std::string user, std::string password);
};
class Bearer {
 public:
  Bearer(std::string token);
};
class UserAgent {
 public:
  UserAgent(std::string agent);
};
class Proxies {
 public:
  Proxies();
  Proxies(const std::initializer_list<std::pair<const std::string, std::string>>& hosts);
};
class Redirect {
 public:
  Redirect();
  explicit Redirect(long maximum);
  explicit Redirect(bool follow);
};
class Cookies {
 public:
  Cookies(bool encode = true);
};
class Interface {
 public:
  Interface(std::string name);
};
class Range {
 public:
  Range(std::int64_t from, std::int64_t to);
};
class ReserveSize {
 public:
  ReserveSize(size_t n);
};
class ProgressCallback {
 public:
  template <class F>
  ProgressCallback(F f, intptr_t data = 0);
};
class WriteCallback {
 public:
  template <class F>
  WriteCallback(F f, intptr_t data = 0);
};
namespace ssl {
class CaInfo {
 public:
  CaInfo(std::string path);
};
class CaPath {
 public:
  CaPath(std::string path);
};
class CertFile {
 public:
  CertFile(std::string path);
};
class KeyFile {
 public:
  KeyFile(std::string path);
};
class VerifyHost {
 public:
  VerifyHost(bool on);
};
class VerifyPeer {
 public:
  VerifyPeer(bool on);
};
class VerifyStatus {
 public:
  VerifyStatus(bool on);
};
struct TLSv1_0 {};
struct TLSv1_1 {};
struct TLSv1_2 {};
struct TLSv1_3 {};
struct SSLv3 {};
}  // namespace ssl
struct SslOptions {
  template <class T>
  void SetOption(const T& option);
};
template <class... T>
SslOptions Ssl(T&&... options);

enum class ErrorCode { OK = 0, CONNECTION_FAILURE, HOST_RESOLUTION_FAILURE, OPERATION_TIMEDOUT, SSL_CONNECT_ERROR, REQUEST_CANCELLED, INTERNAL_ERROR };
class Error {
 public:
  ErrorCode code = ErrorCode::OK;
  std::string message;
  explicit operator bool() const;
};
class Response {
 public:
  long status_code = 0;
  std::string text;
  Header header;
  Url url;
  double elapsed = 0;
  Cookies cookies;
  Error error;
  std::string raw_header;
  std::string status_line;
  std::string reason;
};
template <class T>
class AsyncWrapper {
 public:
  T get();
  void wait() const;
  template <class R, class P>
  std::future_status wait_for(const std::chrono::duration<R, P>& time) const;
  bool valid() const noexcept;
};
using AsyncResponse = AsyncWrapper<Response>;

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session();
  void SetUrl(const Url& url);
  void SetParameters(const Parameters& parameters);
  void SetHeader(const Header& header);
  void UpdateHeader(const Header& header);
  void SetTimeout(const Timeout& timeout);
  void SetConnectTimeout(const ConnectTimeout& timeout);
  void SetAuth(const Authentication& auth);
  void SetBearer(const Bearer& token);
  void SetUserAgent(const UserAgent& agent);
  void SetPayload(const Payload& payload);
  void SetProxies(const Proxies& proxies);
  void SetMultipart(const Multipart& multipart);
  void SetRedirect(const Redirect& redirect);
  void SetCookies(const Cookies& cookies);
  void SetBody(const Body& body);
  void SetLowSpeed(const LowSpeed& speed);
  void SetVerifySsl(const VerifySsl& verify);
  void SetSslOptions(const SslOptions& options);
  void SetProgressCallback(const ProgressCallback& progress);
  void SetWriteCallback(const WriteCallback& write);
  void SetRange(const Range& range);
  template <class T>
  void SetOption(const T& option);
  Response Get();
  Response Head();
  Response Post();
  Response Put();
  Response Patch();
  Response Delete();
  Response Options();
  Response Download(const WriteCallback& write);
  AsyncResponse GetAsync();
  AsyncResponse PostAsync();
  AsyncResponse PutAsync();
  AsyncResponse DeleteAsync();
};
class MultiPerform {
 public:
  void AddSession(std::shared_ptr<Session>& session);
  std::vector<Response> Get();
  std::vector<Response> Post();
};

template <class... T>
Response Get(T&&... options);
template <class... T>
Response Post(T&&... options);
template <class... T>
Response Put(T&&... options);
template <class... T>
Response Patch(T&&... options);
template <class... T>
Response Delete(T&&... options);
template <class... T>
Response Head(T&&... options);
template <class... T>
Response Options(T&&... options);
template <class... T>
Response Download(T&&... options);
template <class... T>
AsyncResponse GetAsync(T... options);
template <class... T>
AsyncResponse PostAsync(T... options);
template <class... T>
AsyncResponse PutAsync(T... options);
template <class... T>
AsyncResponse DeleteAsync(T... options);
template <class F, class... T>
auto GetCallback(F f, T... options) -> AsyncWrapper<decltype(f(Response()))>;
template <class F, class... T>
auto PostCallback(F f, T... options) -> AsyncWrapper<decltype(f(Response()))>;

}  // namespace cpr
