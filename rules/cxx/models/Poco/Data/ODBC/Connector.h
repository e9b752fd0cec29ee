// Model of POCO Data: a connector.
#pragma once
#include <Poco/Data/Session.h>

namespace Poco {
namespace Data {
namespace ODBC {
class Connector {
 public:
  static void registerConnector();
  static void unregisterConnector();
};
}  // namespace ODBC
}  // namespace Data
}  // namespace Poco
