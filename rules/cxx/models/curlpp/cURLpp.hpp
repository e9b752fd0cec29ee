// Model of curlpp: https://www.curlpp.org/. Declarations only.
#pragma once
#include <curl/curl.h>

#include <functional>
#include <list>
#include <ostream>
#include <stdexcept>
#include <string>

namespace curlpp {
class LogicError : public std::logic_error {
 public:
  explicit LogicError(const std::string& message);
};
class RuntimeError : public std::runtime_error {
 public:
  explicit RuntimeError(const std::string& message);
};
class LibcurlRuntimeError : public RuntimeError {
 public:
  CURLcode whatCode() const;
};
class LibcurlLogicError : public LogicError {};
class OptionBase {};
template <class T>
class Option : public OptionBase {
 public:
  using ParamType = T;
};

namespace options {
#define GONOGO_CURLPP_OPTION(name, type) \
  class name : public Option<type> {     \
   public:                               \
    explicit name(type value);           \
  };
GONOGO_CURLPP_OPTION(Url, std::string)
GONOGO_CURLPP_OPTION(UserAgent, std::string)
GONOGO_CURLPP_OPTION(UserPwd, std::string)
GONOGO_CURLPP_OPTION(Referer, std::string)
GONOGO_CURLPP_OPTION(Cookie, std::string)
GONOGO_CURLPP_OPTION(CookieFile, std::string)
GONOGO_CURLPP_OPTION(CookieJar, std::string)
GONOGO_CURLPP_OPTION(CustomRequest, std::string)
GONOGO_CURLPP_OPTION(PostFields, std::string)
GONOGO_CURLPP_OPTION(PostFieldSize, long)
GONOGO_CURLPP_OPTION(PostFieldSizeLarge, curl_off_t)
GONOGO_CURLPP_OPTION(Proxy, std::string)
GONOGO_CURLPP_OPTION(ProxyPort, long)
GONOGO_CURLPP_OPTION(Encoding, std::string)
GONOGO_CURLPP_OPTION(Range, std::string)
GONOGO_CURLPP_OPTION(CaInfo, std::string)
GONOGO_CURLPP_OPTION(CaPath, std::string)
GONOGO_CURLPP_OPTION(SslCert, std::string)
GONOGO_CURLPP_OPTION(SslKey, std::string)
GONOGO_CURLPP_OPTION(SslVersion, long)
GONOGO_CURLPP_OPTION(SslVerifyPeer, bool)
GONOGO_CURLPP_OPTION(SslVerifyHost, long)
GONOGO_CURLPP_OPTION(Port, long)
GONOGO_CURLPP_OPTION(Timeout, long)
GONOGO_CURLPP_OPTION(TimeoutMs, long)
GONOGO_CURLPP_OPTION(ConnectTimeout, long)
GONOGO_CURLPP_OPTION(ConnectTimeoutMs, long)
GONOGO_CURLPP_OPTION(LowSpeedLimit, long)
GONOGO_CURLPP_OPTION(LowSpeedTime, long)
GONOGO_CURLPP_OPTION(MaxRedirs, long)
GONOGO_CURLPP_OPTION(FollowLocation, bool)
GONOGO_CURLPP_OPTION(Verbose, bool)
GONOGO_CURLPP_OPTION(Header, bool)
GONOGO_CURLPP_OPTION(NoBody, bool)
GONOGO_CURLPP_OPTION(NoSignal, bool)
GONOGO_CURLPP_OPTION(NoProgress, bool)
GONOGO_CURLPP_OPTION(FailOnError, bool)
GONOGO_CURLPP_OPTION(FreshConnect, bool)
GONOGO_CURLPP_OPTION(ForbidReuse, bool)
GONOGO_CURLPP_OPTION(HttpGet, bool)
GONOGO_CURLPP_OPTION(Post, bool)
GONOGO_CURLPP_OPTION(Upload, bool)
GONOGO_CURLPP_OPTION(InfileSize, long)
GONOGO_CURLPP_OPTION(HttpAuth, long)
GONOGO_CURLPP_OPTION(HttpHeader, std::list<std::string>)
GONOGO_CURLPP_OPTION(WriteStream, std::ostream*)
GONOGO_CURLPP_OPTION(ReadStream, std::istream*)
#undef GONOGO_CURLPP_OPTION
template <class F>
class WriteFunction : public OptionBase {
 public:
  explicit WriteFunction(F f);
};
template <class F>
class ReadFunction : public OptionBase {
 public:
  explicit ReadFunction(F f);
};
template <class F>
class HeaderFunction : public OptionBase {
 public:
  explicit HeaderFunction(F f);
};
template <class F>
class ProgressFunction : public OptionBase {
 public:
  explicit ProgressFunction(F f);
};
}  // namespace options
namespace Options = options;

class Easy {
 public:
  Easy();
  void perform();
  CURL* getHandle() const;
  void setOpt(OptionBase* option);
  void setOpt(const OptionBase& option);
  template <class O>
  void setOpt(typename O::ParamType value);
  template <class T>
  void setOpt(const std::list<T>& options);
  void reset();
};
class Multi {
 public:
  void add(const Easy* request);
  void remove(const Easy* request);
  bool perform(int* left);
};
class Cleanup {
 public:
  Cleanup();
};
void initialize(long flags = 0);
void terminate();
std::string escape(const std::string& url);
std::string unescape(const std::string& url);
std::ostream& operator<<(std::ostream& stream, const Easy& request);
std::ostream& operator<<(std::ostream& stream, const options::Url& url);
namespace infos {
struct ResponseCode {
  static long get(const Easy& request);
};
struct EffectiveUrl {
  static std::string get(const Easy& request);
};
struct TotalTime {
  static double get(const Easy& request);
};
}  // namespace infos
}  // namespace curlpp
namespace cURLpp = curlpp;
