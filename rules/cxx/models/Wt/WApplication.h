// Model of Wt: all that is known of it is in WServer.h.
#pragma once
#include <Wt/WServer.h>
namespace Wt {
class WApplication {
 public:
  explicit WApplication(const WEnvironment& environment);
  virtual ~WApplication();
};
}  // namespace Wt
