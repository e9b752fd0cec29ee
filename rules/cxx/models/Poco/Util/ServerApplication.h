// Model of POCO: https://docs.pocoproject.org/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <string>
#include <vector>
#endif

namespace Poco {
class Logger {
 public:
  static Logger& get(const std::string& name);
  static Logger& root();
  void information(const std::string& text);
  void error(const std::string& text);
  void warning(const std::string& text);
  void debug(const std::string& text);
};
namespace Util {

class OptionSet;
class LayeredConfiguration {
 public:
  std::string getString(const std::string& key) const;
  std::string getString(const std::string& key, const std::string& value) const;
  int getInt(const std::string& key) const;
  int getInt(const std::string& key, int value) const;
  bool getBool(const std::string& key, bool value) const;
};
class Application {
 public:
  enum ExitCode { EXIT_OK = 0, EXIT_USAGE = 64, EXIT_SOFTWARE = 70 };
  using ArgVec = std::vector<std::string>;
  virtual ~Application();
  int loadConfiguration(int priority = 0);
  LayeredConfiguration& config() const;
  Logger& logger() const;
  static Application& instance();

 protected:
  virtual void initialize(Application& self);
  virtual void uninitialize();
  virtual int main(const std::vector<std::string>& arguments);
};
class ServerApplication : public Application {
 public:
  ServerApplication();
  int run(int argc, char** argv);
  static void terminate();

 protected:
  void waitForTerminationRequest();
};

}  // namespace Util
}  // namespace Poco

#define POCO_SERVER_MAIN(App)     \
  int main(int argc, char** argv) { \
    App app;                      \
    return app.run(argc, argv);   \
  }
