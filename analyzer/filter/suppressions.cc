// The steps: read each suppression (where it stands, what it says, which line it speaks for), mark
// findings, then say what is wrong with the suppressions. Findings are looked up by line and rule,
// comment lines are passed over once for all suppressions above them, and a line is searched for
// comments once, so a hundred thousand suppressions in a row or on one line cost no more than
// reading them.
#include "analyzer/filter/suppressions.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "analyzer/base/check.h"
#include "analyzer/filter/comment_scan.h"
#include "analyzer/filter/suppression_text.h"
#include "analyzer/merge/excerpt.h"
#include "analyzer/merge/message.h"
#include "analyzer/merge/visible_text.h"
#include "analyzer/walk/gitignore.h"

namespace gonogo {
namespace {

constexpr std::size_t kReasonCharacters = 500;
constexpr std::size_t kNameCharacters = 80;
// Searching for similar ids costs a pass over all rules.
constexpr std::size_t kMostSimilar = 100;
constexpr std::string_view kWord = "gonogo:ignore";

struct Suppression {
  ByteRange range;         // in the text, from "gonogo:ignore" to the end of what it says
  ByteRange object = {};   // what it speaks for where an object states it; else empty
  std::uint32_t line = 0;  // where it stands
  std::uint32_t target =
      0;  // the line it speaks for besides; the same at the end of a line of code
  SuppressionText text;
};

std::string_view Part(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

/// A notebook's line of code ends within the JSON string that holds it.
std::string_view WithoutJson(std::string_view body) {
  const std::size_t end = std::min(body.find("\\n"), body.find('"'));
  return body.substr(0, end);
}

/// Reads the suppressions of a file, in the order of their places.
class SuppressionReader {
 public:
  SuppressionReader(const EngineInput& input, const LineIndex& lines)
      : input_(input), lines_(lines), scan_(input.text, lines, input.file.kind) {}

  std::vector<Suppression> Read(std::span<const std::uint64_t> offsets) {
    std::vector<std::uint64_t> sorted(offsets.begin(), offsets.end());
    std::ranges::sort(sorted);
    std::uint64_t end = 0;  // of the last suppression: the words within a reason are none
    for (const std::uint64_t offset : sorted) {
      CHECK(offset <= input_.text.size());
      if (offset < end || IsMentionAt(offset)) continue;
      const Comment* comment = CommentAt(offset);
      if (comment == nullptr) continue;
      found_.push_back(SuppressionAt(offset, *comment));
      end = std::max(found_.back().range.end, offset + 1);
    }
    FindTargets();
    return std::move(found_);
  }

 private:
  /// In quotes or backticks the words are spoken of, not used.
  bool IsMentionAt(std::uint64_t offset) const {
    return offset > 0 && std::string_view("\"'`").contains(input_.text[offset - 1]);
  }

  /// Offsets ascend, so the comments of a line are found once and never looked at again once
  /// passed.
  const Comment* CommentAt(std::uint64_t offset) {
    if (line_ == 0 || offset > line_end_) {
      line_ = lines_.At(offset).line;
      line_end_ = EndOf(line_);
      comments_ = scan_.On(line_);
      next_ = 0;
    }
    while (next_ < comments_.size() && comments_[next_].body.end <= offset) ++next_;
    if (next_ == comments_.size() || comments_[next_].body.begin > offset) return nullptr;
    return &comments_[next_];
  }

  Suppression SuppressionAt(std::uint64_t offset, const Comment& comment) {
    std::string_view body = Part(input_.text, {offset, comment.body.end});
    if (input_.file.kind == FileKind::kJupyter) body = WithoutJson(body);
    const std::size_t last = body.find_last_not_of(" \t\r");
    body = body.substr(0, last == body.npos ? 0 : last + 1);
    const std::uint32_t target = comment.alone ? LineBehind(comment) : line_;
    return {.range = {offset, offset + body.size()},
            .line = line_,
            .target = target,
            .text = ReadSuppression(body)};
  }

  /// The line with code behind the comment: its last line where that holds code, else the next one.
  std::uint32_t LineBehind(const Comment& comment) const {
    const std::uint32_t line = comment.end <= line_end_ ? line_ : lines_.At(comment.end).line;
    const std::uint64_t line_end = EndOf(line);
    const std::string_view rest = Part(input_.text, {comment.end, std::max(line_end, comment.end)});
    if (rest.find_first_not_of(" \t{}") != rest.npos) return line;
    return line + 1;
  }

  /// From the last to the first: what lies below a suppression is known when one above it is
  /// reached.
  void FindTargets() {
    std::map<std::uint32_t, std::uint32_t> known;  // line below a suppression -> line with code
    for (auto one = found_.rbegin(); one != found_.rend(); ++one) {
      if (one->target == one->line) continue;
      const std::uint32_t first = one->target;
      while (one->target <= lines_.line_count() && scan_.IsCommentLine(one->target)) {
        if (const auto below = known.find(one->target); below != known.end()) {
          one->target = below->second;
          break;
        }
        ++one->target;
      }
      known[first] = one->target;
      known[one->line] = one->target;
    }
  }

  std::uint64_t EndOf(std::uint32_t line) const {
    return lines_.LineStart(line) + lines_.Line(line).size();
  }

  const EngineInput& input_;
  const LineIndex& lines_;
  CommentScan scan_;
  std::vector<Suppression> found_;
  std::uint32_t line_ = 0;  // whose comments are at hand; 0 before the first
  std::uint64_t line_end_ = 0;
  std::vector<Comment> comments_;
  std::size_t next_ = 0;
};

/// True where some alternative of the rule looks at files like this one.
bool Sees(const Rule& rule, const SourceFile& file) {
  const auto holds = [](const auto& list, const auto& value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
  };
  return std::ranges::any_of(rule.match, [&](const MatchAlternative& alternative) {
    const FileFilter& files = alternative.files;
    if (!holds(files.kinds, file.kind) || !holds(files.roles, file.role)) return false;
    if (files.paths.empty()) return true;
    std::string patterns;
    for (const std::string_view path : files.paths) patterns.append(path).push_back('\n');
    return GitIgnore(patterns).Ask(file.path, false) == IgnoreAnswer::kIgnored;
  });
}

constexpr std::string_view kUnused = "unused-suppression";
constexpr std::string_view kUnknown = "unknown-suppression";
constexpr std::string_view kMalformed = "malformed-suppression";
constexpr std::string_view kExpired = "expired-suppression";

bool IsAboutSuppressions(std::string_view id) {
  return id == kUnused || id == kUnknown || id == kMalformed || id == kExpired;
}

class SuppressionFilter {
 public:
  SuppressionFilter(const EngineInput& input, const LineIndex& lines,
                    const SuppressionOptions& options, FileFindings& found)
      : input_(input), options_(options), found_(found), source_{input.text, lines, found.secrets} {
    for (const Rule* rule : options.enabled) enabled_.emplace(rule->id, rule);
    for (std::size_t i = 0; i < found.findings.size(); ++i) {
      const Finding& finding = found.findings[i];
      by_place_[{finding.region.start.line, finding.rule->id}].push_back(i);
      by_rule_[finding.rule->id].emplace(finding.region.start.offset, i);
    }
  }

  void Apply(const Suppression& one) {
    if (!one.text.mistake.empty()) {
      Say(kMalformed, one,
          fmt::format("this suppression is not understood: {}; {}", one.text.mistake,
                      RightForm(one.text)));
      return;
    }
    if (!one.text.until.empty() && one.text.until < options_.today) {
      Say(kExpired, one,
          fmt::format("this suppression expired on {}; repair what it hides, or give a later date",
                      one.text.until));
      return;
    }
    for (const std::string_view name : one.text.rules) ApplyRule(one, name);
  }

  void Finish() {
    std::ranges::move(about_, std::back_inserter(found_.findings));
    std::ranges::sort(found_.findings, StandsBefore);
  }

 private:
  void ApplyRule(const Suppression& one, std::string_view name) {
    const Rule* rule = options_.book->Find(name);
    if (rule == nullptr) {
      Say(kUnknown, one,
          fmt::format("this suppression names the rule \"{}\", which does not exist; {}",
                      Shown(name), Similar(name)));
    } else if (IsAboutSuppressions(rule->id)) {
      Say(kMalformed, one,
          fmt::format("\"{}\" cannot be suppressed; repair the suppression that it is "
                      "about",
                      rule->id));
    } else if (!Mark(one, rule->id) && enabled_.contains(rule->id) && Sees(*rule, input_.file)) {
      Say(kUnused, one,
          fmt::format("this suppression of \"{}\" hides nothing; remove it", Shown(name)));
    }
  }

  /// True where the suppression had something to say, be it again.
  bool Mark(const Suppression& one, std::string_view rule) {
    if (one.object != ByteRange{}) return MarkObject(one, rule);
    const bool here = MarkLine(one, one.line, rule);
    const bool there = one.target != one.line && MarkLine(one, one.target, rule);
    return here || there;
  }

  bool MarkLine(const Suppression& one, std::uint32_t line, std::string_view rule) {
    const auto place = by_place_.find({line, rule});
    if (place == by_place_.end()) return false;
    // The first suppression gives the reason; later ones find the list empty.
    for (const std::size_t index : place->second) Accept(one, found_.findings[index]);
    place->second.clear();
    return true;
  }

  /// Objects that lie within each other cost no more than their findings: none is marked twice.
  bool MarkObject(const Suppression& one, std::string_view rule) {
    const auto findings = by_rule_.find(rule);
    if (findings == by_rule_.end()) return false;
    const auto begin = findings->second.lower_bound(one.object.begin);
    const auto end = findings->second.lower_bound(one.object.end);
    for (auto at = begin; at != end; ++at) {
      Finding& finding = found_.findings[at->second];
      if (finding.disposition != Disposition::kSuppressed) Accept(one, finding);
    }
    return begin != end;
  }

  void Accept(const Suppression& one, Finding& finding) {
    finding.disposition = Disposition::kSuppressed;
    finding.justification = Reason(one);
  }

  std::string Reason(const Suppression& one) const {
    if (one.object != ByteRange{})
      return VisibleText(found_.secrets.Hide(one.text.reason), kReasonCharacters);
    const auto begin = static_cast<std::uint64_t>(one.text.reason.data() - input_.text.data());
    return VisibleText(found_.secrets.Text(input_.text, {begin, begin + one.text.reason.size()}),
                       kReasonCharacters);
  }

  std::string Shown(std::string_view name) const {
    return VisibleText(found_.secrets.Hide(name), kNameCharacters);
  }

  std::string RightForm(const SuppressionText& text) const {
    std::string rules;
    for (const std::string_view rule : text.rules) {
      if (options_.book->Find(rule) == nullptr) continue;
      if (!rules.empty()) rules += ',';
      rules += rule;
    }
    return fmt::format("write \"{} {} -- REASON\"", kWord, rules.empty() ? "RULE" : rules);
  }

  std::string Similar(std::string_view name) {
    const auto known = similar_.find(name);
    if (known != similar_.end()) return known->second;
    constexpr std::string_view kList = "`gonogo rules list` shows all";
    if (similar_.size() >= kMostSimilar || name.size() > kNameCharacters) return std::string(kList);
    const std::vector<std::string_view> ids = options_.book->Similar(name);
    std::string advice =
        ids.empty() ? std::string(kList) : fmt::format("did you mean \"{}\"?", ids.front());
    return similar_.emplace(name, std::move(advice)).first->second;
  }

  void Say(std::string_view id, const Suppression& one, std::string message) {
    const Rule* rule = options_.book->Find(id);
    if (rule == nullptr || rule->grades.empty() || !enabled_.contains(rule->id)) return;
    Finding finding;
    finding.rule = rule;
    finding.grade = &rule->grades.front();
    finding.severity = SeverityIn(input_.file.role, finding.grade->severity);
    finding.path = input_.file.path;
    finding.kind = input_.file.kind;
    finding.role = input_.file.role;
    finding.region = source_.lines.Region(one.range.begin, one.range.end);
    finding.message = std::move(message);
    finding.message += RemarkOf(input_.file.role);
    finding.context = ContextOf(source_, finding.region);
    about_.push_back(std::move(finding));
  }

  const EngineInput& input_;
  const SuppressionOptions& options_;
  FileFindings& found_;
  ExcerptSource source_;
  std::map<std::string_view, const Rule*> enabled_;
  std::map<std::pair<std::uint32_t, std::string_view>, std::vector<std::size_t>> by_place_;
  std::map<std::string_view, std::multimap<std::uint64_t, std::size_t>> by_rule_;  // by offset
  std::map<std::string_view, std::string> similar_;
  std::vector<Finding> about_;
};

}  // namespace

void ApplySuppressions(const EngineInput& input, const LineIndex& lines,
                       std::span<const std::uint64_t> offsets, const SuppressionOptions& options,
                       FileFindings& found) {
  if (offsets.empty() && options.objects.empty()) return;
  CHECK(options.book != nullptr);
  std::vector<Suppression> suppressions;
  if (!offsets.empty()) suppressions = SuppressionReader(input, lines).Read(offsets);
  std::deque<std::string> texts;  // suppressions point into them
  for (const ObjectSuppression& object : options.objects) {
    const std::string& text = texts.emplace_back(fmt::format("{} {}", kWord, object.text));
    suppressions.push_back(
        {.range = object.place, .object = object.object, .text = ReadSuppression(text)});
  }
  if (suppressions.empty()) return;
  SuppressionFilter filter(input, lines, options, found);
  for (const Suppression& one : suppressions) filter.Apply(one);
  filter.Finish();
}

}  // namespace gonogo
