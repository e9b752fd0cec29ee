// Model of Oat++: https://oatpp.io/docs/components/api-controller. Declarations only.
#pragma once

#include "oatpp/network/Server.hpp"

#define OATPP_CODEGEN_BEGIN_ApiController "oatpp/codegen/ApiController_define.hpp"
#define OATPP_CODEGEN_END_ApiController "oatpp/codegen/ApiController_undef.hpp"
#define OATPP_CODEGEN_BEGIN(name) OATPP_CODEGEN_BEGIN_##name
#define OATPP_CODEGEN_END(name) OATPP_CODEGEN_END_##name

namespace oatpp {
namespace web {
namespace protocol {
namespace http {
struct Status {
  static const Status CODE_200, CODE_204, CODE_400, CODE_404, CODE_500, CODE_503;
};
namespace outgoing {
class Response {
 public:
  void putHeader(const String& name, const String& value);
};
}  // namespace outgoing
}  // namespace http
}  // namespace protocol
namespace server {
namespace api {
class ApiController {
 public:
  using OutgoingResponse = protocol::http::outgoing::Response;
  using Status = protocol::http::Status;
  template <class T>
  explicit ApiController(const std::shared_ptr<T>& mapper, const String& prefix = nullptr);
  void addEndpoint(const String& method, const String& path);
  std::shared_ptr<OutgoingResponse> createResponse(const Status& status, const String& body) const;
  std::shared_ptr<OutgoingResponse> createResponse(const Status& status) const;
  template <class T>
  std::shared_ptr<OutgoingResponse> createDtoResponse(const Status& status, const T& dto) const;
};
}  // namespace api
class HttpRouter {
 public:
  static std::shared_ptr<HttpRouter> createShared();
  template <class H>
  void route(const String& method, const String& path, const H& handler);
  template <class C>
  void addController(const C& controller);
};
class HttpConnectionHandler {
 public:
  static std::shared_ptr<network::ConnectionHandler> createShared(
      const std::shared_ptr<HttpRouter>& router);
};
}  // namespace server
}  // namespace web
}  // namespace oatpp
