// gonogo-cxx: the Clang worker. Started by gonogo, which speaks to it over its standard input and
// output (worker/frame.h, worker/protocol.h); for people there is
//
//   gonogo-cxx --dump FILE [--root FOLDER] [--assume-have] [--matcher EXPRESSION]
//     [--prelude HEADER] [--times] [-- FLAG...]
//
// which prints what one file comes to.
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <string>
#include <vector>

#include <llvm/Support/CrashRecoveryContext.h>

#include "analyzer/worker/clang/dump.h"
#include "analyzer/worker/clang/serve.h"

int main(int argc, char** argv) {
  const rlimit no_core = {0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  // Neither Clang's driver nor its search for headers may be steered by the environment.
  ::clearenv();
  llvm::CrashRecoveryContext::Enable();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty()) return gonogo::Dump(arguments);
  return gonogo::Serve();
}
