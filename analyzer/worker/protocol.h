// Protocol: what gonogo and its Clang worker say to each other, as JSON in frames (frame.h). The
// worker is asked one thing at a time and answers each request once, in order: first a
// SetupRequest, then any number of ParseRequests. At the end of its input it exits.
//
// Objects have short keys, and what has its default value is left out. A byte that is not part of
// valid UTF-8 is written as \udcXX, so that every path and every literal comes through unchanged.
//
// What a worker says is foreign input: it parses hostile code, so decoding is strict (unknown keys,
// wrong types, numbers out of range), total, and bounded in depth and memory, and every index in a
// unit that was decoded points to something.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/worker/unit.h"

namespace gonogo {

/// Parts of values nested deeper than this are written as kUnknown.
inline constexpr unsigned kMostValueDepth = 24;

/// With this code the worker exits when it gets no more memory.
inline constexpr int kOutOfMemoryExit = 12;

/// What is the same for all units of a run.
struct SetupRequest {
  std::vector<std::string> matchers;  // expressions; CxxMatcherHit::matcher is an index into it
};

struct MatcherError {
  std::uint32_t matcher = 0;
  std::string message;
};

struct SetupAnswer {
  std::string version;  // of the worker, Clang and models, for people
  std::vector<MatcherError> errors;
};

/// One unit to parse. Files below `root` are those of the tree.
struct ParseRequest {
  std::uint64_t id = 0;
  std::string directory;               // absolute: where the command runs
  std::string file;                    // absolute: the main file
  std::vector<std::string> arguments;  // as a compile database has them, the compiler's name first
  std::string root;                    // absolute, without a slash at its end
  /// Absolute folders outside of the root that may be read beside the system's include folders (the
  /// build folder that lies beside the tree).
  std::vector<std::string> readable;
  /// Texts that stand in place of files of the tree, by path relative to the root.
  std::map<std::string, std::string> overlay;
  /// Nothing below the root is on disk: the overlay is all of it.
  bool in_memory = false;
  /// The user named the compile database: regular files anywhere may be read.
  bool trusted = false;
  /// No build folder has made the generated headers: a HAVE_ macro that is tested and not defined
  /// counts as defined.
  bool assume_have = false;
  /// Standard C++ headers ("string") that are read, precompiled, before the file. Units that share
  /// them and their flags share the work.
  std::vector<std::string> prelude;
  /// Files, and folders with a slash at their end, relative to the root, whose functions nobody
  /// asks for: their bodies are skipped.
  std::vector<std::string> foreign;
};

enum class ParseFault : std::uint8_t {
  kInternal,    // first: what is 0 is not written, and what is not written is this
  kUnreadable,  // the main file
  kRefused,     // the command asks for what is not done, and nothing is left without that
  kTooLarge,    // the unit does not fit into one answer
};

struct ParseFailure {
  ParseFault fault = ParseFault::kInternal;
  std::string message;  // lower case, no final full stop, quotes no source text
};

struct ParseAnswer {
  std::uint64_t id = 0;
  std::optional<ParseFailure> failure;
  CxxUnit unit;                      // where there is no failure
  std::vector<std::string> dropped;  // options of the command that were not followed
};

using Request = std::variant<SetupRequest, ParseRequest>;
using Answer = std::variant<SetupAnswer, ParseAnswer>;

std::string Encode(const Request& request);
std::string Encode(const Answer& answer);
/// The error says what is wrong and at which byte.
Result<Request> DecodeRequest(std::string_view json);
Result<Answer> DecodeAnswer(std::string_view json);

/// A unit alone, as caches keep it.
std::string EncodeUnit(const CxxUnit& unit);
Result<CxxUnit> DecodeUnit(std::string_view json);

}  // namespace gonogo
