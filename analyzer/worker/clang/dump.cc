#include "analyzer/worker/clang/dump.h"

#include <stdlib.h>
#include <unistd.h>

#include <cstdio>

#include "analyzer/worker/clang/big_stack.h"
#include "analyzer/worker/clang/unit_parser.h"
#include "analyzer/worker/unit_check.h"

namespace gonogo {
namespace {

constexpr const char* kUsage =
    "usage: gonogo-cxx --dump FILE [--root FOLDER] [--assume-have] [--matcher EXPRESSION]...\n"
    "                  [--prelude HEADER]... [--times] [-- COMPILER FLAG...]\n";

struct DumpOptions {
  ParseRequest request;
  SetupRequest setup;
  bool times = false;
  bool valid = false;
};

std::string RealPath(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  std::string result = real != nullptr ? real : path;
  ::free(real);
  return result;
}

DumpOptions ReadOptions(const std::vector<std::string>& arguments) {
  DumpOptions options;
  std::string file, root;
  std::size_t i = 0;
  for (; i < arguments.size() && arguments[i] != "--"; ++i) {
    const bool has_value = i + 1 < arguments.size();
    if (arguments[i] == "--dump" && has_value) {
      file = arguments[++i];
    } else if (arguments[i] == "--root" && has_value) {
      root = arguments[++i];
    } else if (arguments[i] == "--matcher" && has_value) {
      options.setup.matchers.push_back(arguments[++i]);
    } else if (arguments[i] == "--prelude" && has_value) {
      options.request.prelude.push_back(arguments[++i]);
    } else if (arguments[i] == "--assume-have") {
      options.request.assume_have = true;
    } else if (arguments[i] == "--times") {
      options.times = true;
    } else {
      return options;
    }
  }
  options.request.file = RealPath(file);
  options.request.directory = RealPath(".");
  options.request.root = RealPath(
      root.empty() ? options.request.file.substr(0, options.request.file.rfind('/')) : root);
  options.request.arguments = {"cc"};
  for (++i; i < arguments.size(); ++i) options.request.arguments.push_back(arguments[i]);
  options.valid = !file.empty();
  return options;
}

int Print(const DumpOptions& options) {
  UnitParser parser;
  const SetupAnswer setup = parser.Setup(options.setup);
  for (const MatcherError& error : setup.errors) {
    std::fprintf(stderr, "gonogo-cxx: matcher %u: %s\n", error.matcher, error.message.c_str());
  }
  // What a unit costs where others came before.
  if (options.times && !options.request.prelude.empty()) parser.Parse(options.request);
  const ParseAnswer answer = parser.Parse(options.request);
  for (const std::string& dropped : answer.dropped) {
    std::fprintf(stderr, "gonogo-cxx: dropped %s\n", dropped.c_str());
  }
  if (answer.failure) {
    std::fprintf(stderr, "gonogo-cxx: %s\n", answer.failure->message.c_str());
    return 1;
  }
  const std::string fault = FaultOf(answer.unit);
  if (!fault.empty()) std::fprintf(stderr, "gonogo-cxx: %s\n", fault.c_str());
  const ParseTimes& times = parser.times();
  if (options.times) {
    std::printf("whole %.1f ms, lowering %.1f ms, matching %.1f ms\n", times.whole * 1e3,
                times.lowering * 1e3, times.matching * 1e3);
    return 0;
  }
  std::printf("%s\n", EncodeUnit(answer.unit).c_str());
  return fault.empty() ? 0 : 1;
}

}  // namespace

int Dump(const std::vector<std::string>& arguments) {
  const DumpOptions options = ReadOptions(arguments);
  if (!options.valid) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  int code = 0;
  RunOnBigStack([&] { code = Print(options); });
  return code;
}

}  // namespace gonogo
