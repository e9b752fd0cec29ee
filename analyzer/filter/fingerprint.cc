// gonogo/v1 is SHA-256 over fields that are each preceded by their length, cut to 32 hex digits:
//   "gonogo/v1", rule id, path, the matched lines (redacted, each run of blanks and line breaks one
//   space), the digest of the secret where its format holds 80 random bits, the ordinal among the
//   findings of the file that agree in all of these, in the order of their places.
// Of long matched text the first 1 KiB count, of a long line those from 256 bytes before the place;
// without that bound a hundred thousand matches in one line would hash it as often.
#include "analyzer/filter/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "analyzer/base/check.h"
#include "analyzer/base/hash.h"
#include "analyzer/filter/line_hash.h"

namespace gonogo {
namespace {

constexpr std::string_view kVersion = "gonogo/v1";
constexpr std::size_t kDigits = 32;
constexpr std::uint64_t kMostBytes = 1024;
constexpr std::uint64_t kMostBefore = 256;

void AppendField(std::string_view field, std::string& into) {
  fmt::format_to(std::back_inserter(into), "{}:", field.size());
  into.append(field);
}

std::string Squeezed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  std::string squeezed;
  bool blank = false;
  for (const char c : text) {
    if (kBlanks.contains(c)) {
      blank = true;
      continue;
    }
    if (blank && !squeezed.empty()) squeezed.push_back(' ');
    blank = false;
    squeezed.push_back(c);
  }
  return squeezed;
}

/// The lines of the region, or what of them counts. A region that ends at a line's begin does not
/// hold that line.
ByteRange MatchedLines(const LineIndex& lines, const TextRegion& region) {
  const bool ends_before = region.end.byte_column == 1 && region.end.line > region.start.line;
  const std::uint32_t last = ends_before ? region.end.line - 1 : region.end.line;
  const std::uint64_t first_begin = lines.LineStart(region.start.line);
  const std::uint64_t end = lines.LineStart(last) + lines.Line(last).size();
  if (end - first_begin <= kMostBytes) return {first_begin, end};
  const std::uint64_t offset = region.start.offset;
  const std::uint64_t begin =
      offset - first_begin > kMostBefore ? offset - kMostBefore : first_begin;
  return {begin, std::min(end, begin + kMostBytes)};
}

class FingerprintMaker {
 public:
  FingerprintMaker(std::string_view text, const LineIndex& lines, const Redactor& secrets)
      : text_(text), lines_(lines), secrets_(secrets) {}

  /// Findings are given in the order of their places.
  std::string Make(const Finding& finding) {
    std::string cause;
    AppendField(kVersion, cause);
    AppendField(finding.rule->id, cause);
    AppendField(finding.path, cause);
    AppendField(TextOf(MatchedLines(lines_, finding.region)), cause);
    AppendField(finding.secret_digest, cause);
    const std::uint64_t ordinal = ++ordinals_[Sha256(cause)];
    AppendField(std::to_string(ordinal), cause);
    return Sha256Hex(cause, kDigits);
  }

 private:
  /// Many findings of one line follow each other: its text is made once.
  const std::string& TextOf(ByteRange range) {
    if (range != last_range_ || last_text_.empty()) {
      last_range_ = range;
      last_text_ = Squeezed(secrets_.Text(text_, range));
    }
    return last_text_;
  }

  std::string_view text_;
  const LineIndex& lines_;
  const Redactor& secrets_;
  std::map<std::array<std::uint8_t, 32>, std::uint64_t> ordinals_;
  ByteRange last_range_;
  std::string last_text_;
};

/// Writes the hashes of the lines that findings stand on. Findings are sorted by place.
void AddLineHashes(const std::vector<std::uint64_t>& hashes, std::vector<Finding>& findings) {
  std::map<std::uint64_t, std::uint64_t> ordinals;  // of the hashes that are asked for
  const auto line_of = [&](const Finding& finding) {
    return std::min<std::size_t>(finding.region.start.line, hashes.size()) - 1;
  };
  for (const Finding& finding : findings) ordinals[hashes[line_of(finding)]] = 0;
  std::size_t next = 0;
  for (std::size_t line = 0; line < hashes.size() && next < findings.size(); ++line) {
    const auto asked = ordinals.find(hashes[line]);
    if (asked == ordinals.end()) continue;
    ++asked->second;
    for (; next < findings.size() && line_of(findings[next]) == line; ++next) {
      findings[next].line_hash = LineHashText(hashes[line], asked->second);
    }
  }
}

}  // namespace

void AddFingerprints(std::string_view text, const LineIndex& lines, FileFindings& found) {
  if (found.findings.empty()) return;
  CHECK(std::ranges::is_sorted(found.findings, {},
                               [](const Finding& one) { return one.region.start.offset; }));
  FingerprintMaker maker(text, lines, found.secrets);
  for (Finding& finding : found.findings) finding.fingerprint = maker.Make(finding);
  const std::size_t last = found.findings.back().region.start.line;
  if (found.secrets.empty()) {
    AddLineHashes(LineHashes(text, last), found.findings);
  } else {
    AddLineHashes(LineHashes(found.secrets.Text(text, {0, text.size()}), last), found.findings);
  }
}

std::vector<std::string> PrimaryLocationLineHashes(std::string_view text) {
  std::map<std::uint64_t, std::uint64_t> ordinals;
  std::vector<std::string> texts;
  for (const std::uint64_t hash : LineHashes(text)) {
    texts.push_back(LineHashText(hash, ++ordinals[hash]));
  }
  return texts;
}

}  // namespace gonogo
