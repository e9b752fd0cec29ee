// Engine: understands one type of clause and knows no rule. It is built once from the enabled
// rules, is immutable afterwards and is called from many threads.
//
// To add an engine: a folder beside this file, a class that implements Engine, a ClauseType in
// model/rule.h, its reader in rulebook/, and one line in all_engines.cc.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/model/finding.h"
#include "analyzer/model/notice.h"

namespace gonogo {

/// A file as engines see it: text is UTF-8 where the file was UTF-16, else its bytes without a BOM.
struct EngineInput {
  const SourceFile& file;
  std::string_view text;
  const FileSystem* tree = nullptr;  // where the file lies, for what is read together with it
};

/// What a program engine wants to know the places of, as it is written: a word that stands `at`
/// bytes behind the start of the text.
struct WantedText {
  std::string text;
  std::uint64_t at = 0;

  auto operator<=>(const WantedText&) const = default;
};

/// What an object of a configuration says in a field of its own, such as an annotation: it speaks
/// for all findings within the object.
struct ObjectSuppression {
  ByteRange object;
  ByteRange place;   // of the text
  std::string text;  // "RULE[,RULE] [until=YYYY-MM-DD] -- reason"
};

/// What engines add to, file by file.
struct EngineOutput {
  std::vector<Match> matches;
  std::vector<Rejection> rejections;  // filled only where explain is set
  std::vector<ByteRange> hidden;      // no finding, but not to be shown around one either
  std::vector<std::uint64_t> suppression_offsets;  // where "gonogo:ignore" stands
  std::vector<ObjectSuppression> object_suppressions;
  std::vector<std::uint64_t> word_offsets;  // of words in wanted texts; in no order
  std::vector<Notice> notices;
  bool explain = false;
};

class Engine {
 public:
  virtual ~Engine() = default;
  /// worker is the index that ParallelFor gave; state of a worker (scratch memory) may hang on it.
  virtual void ScanFile(const EngineInput& input, unsigned worker, EngineOutput& output) const = 0;
};

/// Matches and notices of a whole tree, by path. Paths are relative to the root.
struct ProgramOutput {
  std::map<std::string, std::vector<Match>, std::less<>> matches;
  std::vector<Notice> notices;
};

/// Understands clauses that need more than one file. Note() is called for every file while files
/// are scanned, from many threads; Finish() once, when all have been. What it finds in a file is
/// merged with that file's other matches.
class ProgramEngine {
 public:
  virtual ~ProgramEngine() = default;
  /// `word_offsets` are where words of the texts that it wants stand in the file; in no order.
  virtual void Note(const EngineInput& input, std::span<const std::uint64_t> word_offsets,
                    unsigned worker) = 0;
  virtual ProgramOutput Finish() = 0;
};

}  // namespace gonogo
