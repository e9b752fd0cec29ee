// What engines say and what becomes of it. A Match is raw: a rule, a byte range, captures. A
// Finding is a Match with positions, a message, redacted text and a fingerprint; it never holds a
// secret. Filters mark findings with a disposition and drop nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/model/rule.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

/// Byte range in the text of the file; end is exclusive.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  auto operator<=>(const ByteRange&) const = default;
};

struct Capture {
  std::string_view name;  // lives in the rule
  std::string text;       // raw: may hold the secret, so it never leaves merge/
};

/// One step of what was followed to a finding, in the order of execution.
struct FlowStep {
  std::string path;
  TextRegion region;
  std::string message;  // holds no source text but names
};

/// What to write into the file so that nothing is wrong any more: `text` in place of `range`.
struct Repair {
  ByteRange range;
  std::string text;  // empty where nothing mechanical is known
};

/// What an engine reports for one place of one file.
struct Match {
  const Rule* rule = nullptr;
  const Grade* grade = nullptr;    // null where the rule states a fact and has none for it
  ByteRange range;                 // where the finding is placed
  std::vector<ByteRange> secrets;  // ranges to redact; non-empty where the finding is a secret
  std::string secret;              // the secret itself, decoded; empty where there is none
  bool proved = false;             // a validator proved the secret's format
  bool strong = false;             // the format proves at least 80 random bits
  std::vector<Capture> captures;
  std::vector<std::string>
      signs;  // why gonogo believes it: "its checksum is right", "decoded from base64"
  std::vector<FlowStep> flow = {};
  std::vector<FlowStep> related = {};  // further places of the same cause
  Repair repair = {};
  double score = 0;                // the sum of the signs, of a clause that weighs them
  bool worded = false;             // a key of words in the code of a test
  std::uint64_t template_key = 0;  // the same for objects of one shape; 0: it is of no such object
  std::optional<FileRole> role = {};  // of the place, where it may differ from the file's
};

/// A candidate that was not reported, for --explain-rejected.
struct Rejection {
  const Rule* rule = nullptr;
  ByteRange range;
  std::string reason;              // "placeholder", "entropy 2.1 below 3.0", "checksum is wrong"
  std::vector<ByteRange> secrets;  // ranges to redact in the line that is shown; of a secret rule
                                   // without any, all from the range on is hidden
};

enum class Disposition : std::uint8_t { kNew, kSuppressed, kInBaseline, kOutsideDiff };

/// Redacted source lines, valid UTF-8, each at most 400 characters.
struct Snippet {
  std::uint32_t first_line = 0;  // 1-based
  std::vector<std::string> lines;
  /// Where the finding stands after redaction and cutting, in bytes: begin in the line of
  /// region.start, end in that of region.end. {0, 0}: unknown, and readers fall back on the
  /// region's columns.
  ByteRange mark = {};
};

struct RelatedPlace {
  std::string path;
  TextRegion region;
  std::string message;
  std::string fingerprint = {};  // of the finding that this place would be if it stood alone
};

/// The same for equal secrets. That of a weak secret can be guessed, so it is written nowhere.
using SecretKey = std::array<std::uint8_t, 16>;

/// Where in the tree one value stands.
struct Spread {
  std::size_t places = 1;
  std::size_t files = 1;
  std::size_t samples = 0;  // of the places, those in tests, examples and documentation
};

struct Finding {
  const Rule* rule = nullptr;
  const Grade* grade = nullptr;
  Severity severity = Severity::kMedium;  // after role and config
  std::string path;
  FileKind kind = FileKind::kUnknown;
  FileRole role = FileRole::kProduct;
  TextRegion region;
  std::string message;  // filled, redacted; lower case, no final full stop
  bool secret = false;
  std::string secret_digest;  // first 16 hex digits of its SHA-256, of a secret with 80 random bits
                              // and more
  SecretKey secret_key = {};  // where `secret` is set
  double score = 0;           // the sum of its signs where they were weighed
  bool worded = false;        // a key of words in the code of a test
  std::vector<std::string> signs;
  std::vector<RelatedPlace> related;
  std::size_t places =
      1;  // of one secret or template; those but the first are in `related`, as many as it takes
  std::vector<FlowStep> flow = {};
  Snippet context;          // 2 lines before to 2 lines after
  std::string line_hash;    // primaryLocationLineHash, "hex:ordinal"
  std::string fingerprint;  // gonogo/v1, 32 hex digits
  Disposition disposition = Disposition::kNew;
  std::string justification;       // of a suppression
  std::uint64_t template_key = 0;  // that of its match
  std::string repair = {};         // to be written in place of repair_region; empty: none is known
  TextRegion repair_region = {};
};

/// What became of one rejected candidate, with its place, for --explain-rejected.
struct RejectedCandidate {
  std::string rule;
  std::string path;
  TextRegion region;
  std::string reason;
  std::string text;  // redacted line
};

}  // namespace gonogo
