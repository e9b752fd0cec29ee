// Clang's parser recurses as deep as the text nests, so it runs on a thread with a stack that a
// text within its limits cannot exhaust. Whatever libraries write to the standard streams goes
// nowhere: the answers have a descriptor of their own.
#include "analyzer/worker/clang/serve.h"

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <llvm/Support/ErrorHandling.h>

#include "analyzer/worker/clang/big_stack.h"
#include "analyzer/worker/clang/unit_parser.h"
#include "analyzer/worker/frame.h"
#include "analyzer/worker/protocol.h"

namespace gonogo {
namespace {

void Quit(void* /*data*/, const char* /*reason*/, bool /*want_crash*/) { ::_exit(70); }

void OutOfMemory(void* /*data*/, const char* /*reason*/, bool /*want_crash*/) {
  ::_exit(kOutOfMemoryExit);
}

class Server {
 public:
  explicit Server(int out) : out_(out) {}

  int Run() {
    std::string payload;
    while (true) {
      const FrameEnd end = ReadFrame(STDIN_FILENO, payload);
      if (end == FrameEnd::kEnd) return 0;
      if (end == FrameEnd::kBroken) return 2;
      const auto request = DecodeRequest(payload);
      if (!request) return 2;
      if (!Respond(*request)) return 1;
      ::malloc_trim(64U << 20);
    }
  }

 private:
  bool Respond(const Request& request) {
    if (const auto* setup = std::get_if<SetupRequest>(&request)) {
      return WriteFrame(out_, Encode(Answer(parser_.Setup(*setup))));
    }
    ParseAnswer answer = parser_.Parse(std::get<ParseRequest>(request));
    std::string payload = Encode(Answer(answer));
    if (payload.size() > kMostFrameBytes) {
      ParseAnswer failed;
      failed.id = answer.id;
      failed.failure = {ParseFault::kTooLarge, "the unit does not fit into one answer"};
      payload = Encode(Answer(failed));
    }
    return WriteFrame(out_, payload);
  }

  int out_;
  UnitParser parser_;
};

}  // namespace

int Serve() {
  const int out = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (out < 0 || nowhere < 0) return 2;
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  llvm::install_fatal_error_handler(Quit, nullptr);
  llvm::install_bad_alloc_error_handler(OutOfMemory, nullptr);
  llvm::install_out_of_memory_new_handler();
  int code = 0;
  RunOnBigStack([&] { code = Server(out).Run(); });
  return code;
}

}  // namespace gonogo
