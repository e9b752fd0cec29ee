// Model of redis-plus-plus: https://github.com/sewenew/redis-plus-plus#readme. Declarations only.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>
#if __cplusplus >= 201703L
#include <optional>
#include <string_view>
#endif
#endif

namespace sw {
namespace redis {

#if __cplusplus >= 201703L
using StringView = std::string_view;
template <class T>
using Optional = std::optional<T>;
#else
class StringView {
 public:
  StringView(const char* text);
  StringView(const std::string& text);
  StringView(const char* text, size_t n);
};
template <class T>
class Optional {
 public:
  explicit operator bool() const;
  const T& operator*() const;
  const T* operator->() const;
  const T& value() const;
};
#endif
using OptionalString = Optional<std::string>;
using OptionalLongLong = Optional<long long>;
using OptionalDouble = Optional<double>;

class Error : public std::exception {
 public:
  explicit Error(const std::string& text);
  const char* what() const noexcept override;
};
class IoError : public Error {
 public:
  using Error::Error;
};
class TimeoutError : public IoError {
 public:
  using IoError::IoError;
};
class ClosedError : public Error {
 public:
  using Error::Error;
};
class ReplyError : public Error {
 public:
  using Error::Error;
};
class ProtoError : public Error {
 public:
  using Error::Error;
};

enum class ConnectionType { TCP = 0, UNIX };
enum class Role { MASTER, SLAVE };
enum class UpdateType { EXIST, NOT_EXIST, ALWAYS };
namespace tls {
struct TlsOptions {
  bool enabled = false;
  std::string cacert;
  std::string cacertdir;
  std::string cert;
  std::string key;
  std::string sni;
};
}  // namespace tls
struct ConnectionOptions {
  ConnectionOptions() = default;
  explicit ConnectionOptions(const std::string& uri);
  ConnectionType type = ConnectionType::TCP;
  std::string host;
  int port = 6379;
  std::string path;
  std::string user = "default";
  std::string password;
  int db = 0;
  bool keep_alive = false;
  std::chrono::milliseconds connect_timeout{0};
  std::chrono::milliseconds socket_timeout{0};
  tls::TlsOptions tls;
  bool readonly = false;
  int resp = 2;
  std::string name;
  std::chrono::seconds keep_alive_s{0};
};
struct ConnectionPoolOptions {
  std::size_t size = 1;
  std::chrono::milliseconds wait_timeout{0};
  std::chrono::milliseconds connection_lifetime{0};
  std::chrono::milliseconds connection_idle_time{0};
};
struct SentinelOptions {
  std::vector<std::pair<std::string, int>> nodes;
  std::string password;
  bool keep_alive = true;
  std::chrono::milliseconds connect_timeout{100};
  std::chrono::milliseconds socket_timeout{100};
  std::chrono::milliseconds retry_interval{100};
  std::size_t max_retry = 2;
};
class Sentinel {
 public:
  explicit Sentinel(const SentinelOptions& options);
};

class Subscriber {
 public:
  template <class F>
  void on_message(F f);
  template <class F>
  void on_pmessage(F f);
  template <class F>
  void on_meta(F f);
  void subscribe(const StringView& channel);
  void psubscribe(const StringView& pattern);
  void unsubscribe(const StringView& channel);
  void consume();
};
struct ReplyDeleter {
  void operator()(void* reply) const;
};
class QueuedReplies {
 public:
  std::size_t size() const;
  template <class T>
  T get(std::size_t index);
};

/// What Redis, RedisCluster, Pipeline and Transaction have in common.
class CommandsModel {
 public:
  template <class... T>
  std::shared_ptr<void> command(const StringView& name, T&&... arguments);
  template <class R, class... T>
  R command(const StringView& name, T&&... arguments);
  std::string ping();
  std::string auth(const StringView& password);
  long long del(const StringView& key);
  template <class I>
  long long del(I first, I last);
  long long unlink(const StringView& key);
  long long exists(const StringView& key);
  bool expire(const StringView& key, const std::chrono::seconds& timeout);
  bool expire(const StringView& key, long long seconds);
  bool pexpire(const StringView& key, const std::chrono::milliseconds& timeout);
  bool persist(const StringView& key);
  long long ttl(const StringView& key);
  template <class O>
  void keys(const StringView& pattern, O out);
  template <class O>
  long long scan(long long cursor, const StringView& pattern, long long count, O out);
  OptionalString get(const StringView& key);
  bool set(const StringView& key, const StringView& value,
           const std::chrono::milliseconds& ttl = std::chrono::milliseconds(0),
           UpdateType type = UpdateType::ALWAYS);
  void setex(const StringView& key, const std::chrono::seconds& ttl, const StringView& value);
  bool setnx(const StringView& key, const StringView& value);
  OptionalString getset(const StringView& key, const StringView& value);
  long long incr(const StringView& key);
  long long incrby(const StringView& key, long long n);
  long long decr(const StringView& key);
  long long append(const StringView& key, const StringView& text);
  template <class I>
  void mset(I first, I last);
  template <class I, class O>
  void mget(I first, I last, O out);
  long long hset(const StringView& key, const StringView& field, const StringView& value);
  OptionalString hget(const StringView& key, const StringView& field);
  template <class O>
  void hgetall(const StringView& key, O out);
  long long hdel(const StringView& key, const StringView& field);
  bool hexists(const StringView& key, const StringView& field);
  long long hincrby(const StringView& key, const StringView& field, long long n);
  long long lpush(const StringView& key, const StringView& value);
  long long rpush(const StringView& key, const StringView& value);
  OptionalString lpop(const StringView& key);
  OptionalString rpop(const StringView& key);
  long long llen(const StringView& key);
  template <class O>
  void lrange(const StringView& key, long long first, long long last, O out);
  Optional<std::pair<std::string, std::string>> blpop(const StringView& key, long long timeout);
  Optional<std::pair<std::string, std::string>> blpop(
      const StringView& key, const std::chrono::seconds& timeout = std::chrono::seconds(0));
  Optional<std::pair<std::string, std::string>> brpop(
      const StringView& key, const std::chrono::seconds& timeout = std::chrono::seconds(0));
  long long sadd(const StringView& key, const StringView& member);
  long long srem(const StringView& key, const StringView& member);
  bool sismember(const StringView& key, const StringView& member);
  template <class O>
  void smembers(const StringView& key, O out);
  long long zadd(const StringView& key, const StringView& member, double score);
  OptionalDouble zscore(const StringView& key, const StringView& member);
  long long zrem(const StringView& key, const StringView& member);
  template <class R>
  R eval(const StringView& script, std::initializer_list<StringView> keys,
         std::initializer_list<StringView> arguments);
  long long publish(const StringView& channel, const StringView& message);
  template <class I>
  std::string xadd(const StringView& key, const StringView& id, I first, I last);
};
class Pipeline : public CommandsModel {
 public:
  QueuedReplies exec();
  void discard();
};
class Transaction : public CommandsModel {
 public:
  QueuedReplies exec();
  void discard();
};
class Redis : public CommandsModel {
 public:
  explicit Redis(const ConnectionOptions& options,
                 const ConnectionPoolOptions& pool = ConnectionPoolOptions());
  explicit Redis(const std::string& uri);
  Redis(const std::shared_ptr<Sentinel>& sentinel, const std::string& name, Role role,
        const ConnectionOptions& options,
        const ConnectionPoolOptions& pool = ConnectionPoolOptions());
  Redis(Redis&&);
  Redis& operator=(Redis&&);
  Pipeline pipeline(bool fresh = true);
  Transaction transaction(bool piped = false, bool fresh = true);
  Subscriber subscriber();
};
class RedisCluster : public CommandsModel {
 public:
  explicit RedisCluster(const ConnectionOptions& options,
                        const ConnectionPoolOptions& pool = ConnectionPoolOptions(),
                        Role role = Role::MASTER);
  explicit RedisCluster(const std::string& uri);
  Pipeline pipeline(const StringView& tag, bool fresh = true);
  Subscriber subscriber();
};
class AsyncRedis {
 public:
  explicit AsyncRedis(const ConnectionOptions& options,
                      const ConnectionPoolOptions& pool = ConnectionPoolOptions());
  explicit AsyncRedis(const std::string& uri);
};

}  // namespace redis
}  // namespace sw
