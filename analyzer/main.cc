// main: the command line, one command, one exit code. A run that cannot go on is told here, once.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <variant>

#include "analyzer/cli/commands.h"
#include "analyzer/cli/options.h"

int main(int argc, char** argv) {
  // A reader that has seen enough closes the pipe: that is no failure, and write() tells it.
  std::signal(SIGPIPE, SIG_IGN);
  const auto options = gonogo::ReadOptions(argc, argv);
  if (const int* code = std::get_if<int>(&options)) return *code;
  const gonogo::Result<int> code = gonogo::RunCommand(std::get<gonogo::Options>(options));
  if (code) return *code;
  fmt::print(stderr, "gonogo: {}\n", code.error().message);
  return 2;
}
