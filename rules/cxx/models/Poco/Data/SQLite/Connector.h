// Model of POCO Data: a connector.
#pragma once
#include <Poco/Data/Session.h>

namespace Poco {
namespace Data {
namespace SQLite {
class Connector {
 public:
  static void registerConnector();
  static void unregisterConnector();
};
}  // namespace SQLite
}  // namespace Data
}  // namespace Poco
