// Model of Wt: https://www.webtoolkit.eu/wt/doc/reference/html/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <functional>
#include <memory>
#include <string>
#include <vector>
#endif

namespace Wt {

enum class EntryPointType { Application, WidgetSet };
class WApplication;
class WEnvironment;
using ApplicationCreator = std::function<std::unique_ptr<WApplication>(const WEnvironment&)>;
class WResource;
class WServer {
 public:
  explicit WServer(const std::string& path = std::string(), const std::string& config = std::string());
  WServer(int argc, char* argv[], const std::string& config = std::string());
  void setServerConfiguration(int argc, char* argv[], const std::string& config = std::string());
  void addEntryPoint(EntryPointType type, ApplicationCreator creator,
                     const std::string& path = std::string());
  void addResource(WResource* resource, const std::string& path);
  bool start();
  void stop();
  void run();
  static int waitForShutdown();
};
int WRun(int argc, char** argv, ApplicationCreator creator = ApplicationCreator());

}  // namespace Wt
