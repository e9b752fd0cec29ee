// Model of Oat++: https://oatpp.io/docs/start. Declarations only.
#pragma once

#if __has_include(<string>)
#include <functional>
#include <memory>
#include <string>
#include <thread>
#endif

#include "oatpp/core/macro/component.hpp"

namespace oatpp {

using v_uint16 = unsigned short;
class String {
 public:
  String();
  String(const char* text);
  String(const std::string& text);
  String(std::nullptr_t);
  const std::string& operator*() const;
  const std::string* operator->() const;
  operator std::string() const;
  bool operator==(const char* other) const;
};
namespace base {
class Environment {
 public:
  static void init();
  static void destroy();
};
}  // namespace base
namespace network {
struct Address {
  enum Family { IP_4, IP_6, UNSPEC };
  Address(const String& host, v_uint16 port, Family family = UNSPEC);
};
class ConnectionProvider;
class ServerConnectionProvider {
 public:
  void stop();
};
class ConnectionHandler {
 public:
  void stop();
};
class Server {
 public:
  template <class P, class H>
  Server(const P& provider, const H& handler);
  template <class P, class H>
  static std::shared_ptr<Server> createShared(const P& provider, const H& handler);
  void run(bool threads = false);
  void run(std::function<bool()> goes_on);
  void stop();
};
namespace tcp {
namespace server {
class ConnectionProvider {
 public:
  static std::shared_ptr<ServerConnectionProvider> createShared(const Address& address,
                                                                bool extended = false);
};
}  // namespace server
}  // namespace tcp
}  // namespace network
}  // namespace oatpp

#define OATPP_LOGD(tag, ...) (void)0
#define OATPP_LOGI(tag, ...) (void)0
#define OATPP_LOGW(tag, ...) (void)0
#define OATPP_LOGE(tag, ...) (void)0
