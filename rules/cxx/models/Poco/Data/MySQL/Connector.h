// Model of POCO Data: a connector.
#pragma once
#include <Poco/Data/Session.h>

namespace Poco {
namespace Data {
namespace MySQL {
class Connector {
 public:
  static void registerConnector();
  static void unregisterConnector();
};
}  // namespace MySQL
}  // namespace Data
}  // namespace Poco
