// Everything here is sorting and searching, so that a file with a hundred thousand matches on one
// line costs n log n. The steps work on indices into one vector that is sorted once by exactness.
//
// `over:` counts a match even where that match is itself spoken over: with A over B and B over C,
// all at one place, A alone stays. Rules that speak over each other in a circle would silence each
// other; among rules that reach each other the one with the smaller id speaks.
#include "analyzer/merge/match_merger.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "analyzer/engines/text/assignment/judgement.h"
#include "analyzer/merge/edited_tokens.h"

namespace gonogo {
namespace {

std::uint64_t LengthOf(const std::vector<ByteRange>& ranges) {
  std::uint64_t length = 0;
  for (const ByteRange& range : ranges) length += range.end - range.begin;
  return length;
}

/// True where the secret stands in the file as it is.
bool IsPlain(std::string_view text, const Match& match) {
  return std::ranges::any_of(match.secrets, [&](const ByteRange& range) {
    return text.substr(range.begin, range.end - range.begin) == match.secret;
  });
}

/// What makes a match exact, as numbers: smaller is better.
struct Exactness {
  bool weak, general, unproved, no_over;
  int precision;
  bool decoded;
  std::uint64_t length;
  int severity;
  auto operator<=>(const Exactness&) const = default;
};

Exactness ExactnessOf(std::string_view text, const Match& match) {
  return {IsWeakScore(match.score),
          match.rule->general,
          !match.proved,
          match.rule->over.empty(),
          -static_cast<int>(match.grade->precision),
          !match.secret.empty() && !IsPlain(text, match),
          ~LengthOf(match.secrets),
          -static_cast<int>(match.grade->severity)};
}

bool CaptureBefore(const Capture& a, const Capture& b) {
  return std::tie(a.name, a.text) < std::tie(b.name, b.text);
}

bool StepBefore(const FlowStep& a, const FlowStep& b) {
  const auto key = [](const FlowStep& step) {
    return std::tie(step.path, step.region.start.line, step.region.start.byte_column,
                    step.region.end.line, step.region.end.byte_column, step.message);
  };
  return key(a) < key(b);
}

/// Below zero where `a` stands before `b`.
template <class T, class Before>
int Compare(const std::vector<T>& a, const std::vector<T>& b, Before before) {
  if (std::ranges::lexicographical_compare(a, b, before)) return -1;
  return std::ranges::lexicographical_compare(b, a, before) ? 1 : 0;
}

/// A total order on all that a match says, so that equal matches are interchangeable.
bool SaysBefore(const Match& a, const Match& b) {
  const auto left =
      std::tie(a.rule->id, a.range, a.grade->name, a.secrets, a.secret, a.strong, a.signs);
  const auto right =
      std::tie(b.rule->id, b.range, b.grade->name, b.secrets, b.secret, b.strong, b.signs);
  if (left != right) return left < right;
  if (const int order = Compare(a.captures, b.captures, CaptureBefore)) return order < 0;
  if (const int order = Compare(a.flow, b.flow, StepBefore)) return order < 0;
  return Compare(a.related, b.related, StepBefore) < 0;
}

struct Ranked {
  Match match;
  Exactness exactness;
  std::optional<std::string_view> silenced_by;  // a rule id
  bool repeated = false;

  bool open() const { return !silenced_by && !repeated; }
};

std::vector<Ranked> RankedByExactness(std::string_view text, std::vector<Match> matches) {
  std::vector<Ranked> ranked;
  ranked.reserve(matches.size());
  for (Match& match : matches) {
    const Exactness exactness = ExactnessOf(text, match);
    ranked.push_back({std::move(match), exactness, {}, false});
  }
  std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) {
    return a.exactness != b.exactness ? a.exactness < b.exactness : SaysBefore(a.match, b.match);
  });
  return ranked;
}

void MarkRepeats(std::vector<Ranked>& ranked) {
  std::set<std::pair<std::string_view, ByteRange>> seen;
  for (Ranked& one : ranked) {
    one.repeated = !seen.emplace(one.match.rule->id, one.match.range).second;
  }
}

/// Ranges with the rule that covers each; overlapping ones are joined under the first.
class Cover {
 public:
  void Add(ByteRange range, std::string_view rule) { parts_.push_back({Widened(range), rule}); }

  void Seal() {
    std::ranges::sort(parts_);
    std::size_t last = 0;
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      if (parts_[i].first.begin < parts_[last].first.end) {
        parts_[last].first.end = std::max(parts_[last].first.end, parts_[i].first.end);
      } else {
        parts_[++last] = parts_[i];
      }
    }
    if (!parts_.empty()) parts_.resize(last + 1);
  }

  std::optional<std::string_view> RuleAt(ByteRange range) const {
    range = Widened(range);
    const auto part = std::ranges::upper_bound(parts_, range.begin, {},
                                               [](const Part& known) { return known.first.end; });
    if (part == parts_.end() || part->first.begin >= range.end) return std::nullopt;
    return part->second;
  }

 private:
  using Part = std::pair<ByteRange, std::string_view>;

  /// An empty range is a place too.
  static ByteRange Widened(ByteRange range) {
    return {range.begin, std::max(range.end, range.begin + 1)};
  }

  std::vector<Part> parts_;
};

/// Which rules speak over which, among the rules that matched in this file.
class OverRelation {
 public:
  explicit OverRelation(const std::vector<Ranked>& ranked) {
    for (const Ranked& one : ranked) {
      const Rule& rule = *one.match.rule;
      if (!rule.over.empty()) over_.emplace(rule.id, rule.over);
    }
  }

  bool empty() const { return over_.empty(); }

  /// The rules that `rule` silences.
  std::vector<std::string_view> SilencedBy(const Rule& rule) const {
    std::vector<std::string_view> silenced;
    for (const std::string_view other : rule.over) {
      if (other == rule.id || (rule.id > other && Reaches(other, rule.id))) continue;
      silenced.push_back(other);
    }
    return silenced;
  }

 private:
  bool Reaches(std::string_view from, std::string_view to) const {
    std::set<std::string_view> seen{from};
    std::vector<std::string_view> open{from};
    while (!open.empty()) {
      const auto edges = over_.find(open.back());
      open.pop_back();
      if (edges == over_.end()) continue;
      for (const std::string_view next : edges->second) {
        if (next == to) return true;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  std::map<std::string_view, std::span<const std::string_view>> over_;
};

/// For each rule that another speaks over: where that other matched.
std::map<std::string_view, Cover> CoversOf(const std::vector<Ranked>& ranked) {
  const OverRelation relation(ranked);
  std::map<std::string_view, Cover> covers;
  if (relation.empty()) return covers;
  std::map<std::string_view, std::vector<std::string_view>> silenced;
  for (const Ranked& one : ranked) {
    const Rule& rule = *one.match.rule;
    if (one.repeated || rule.over.empty()) continue;
    const auto [entry, fresh] = silenced.try_emplace(rule.id);
    if (fresh) entry->second = relation.SilencedBy(rule);
    for (const std::string_view other : entry->second) {
      Cover& cover = covers[other];
      cover.Add(one.match.range, rule.id);
      for (const ByteRange& secret : one.match.secrets) cover.Add(secret, rule.id);
    }
  }
  for (auto& [rule, cover] : covers) cover.Seal();
  return covers;
}

void MarkSpokenOver(std::vector<Ranked>& ranked) {
  const std::map<std::string_view, Cover> covers = CoversOf(ranked);
  for (Ranked& one : ranked) {
    const auto cover = covers.find(one.match.rule->id);
    if (one.repeated || cover == covers.end()) continue;
    one.silenced_by = cover->second.RuleAt(one.match.range);
    for (const ByteRange& secret : one.match.secrets) {
      if (!one.silenced_by) one.silenced_by = cover->second.RuleAt(secret);
    }
  }
}

/// Disjoint ranges that matches have taken, each with the rule that took it.
class TakenSecrets {
 public:
  std::optional<std::string_view> OwnerOf(ByteRange range) const {
    if (range.begin >= range.end) return std::nullopt;
    const auto next = taken_.lower_bound(range.end);
    if (next == taken_.begin()) return std::nullopt;
    const auto& [begin, owner] = *std::prev(next);
    if (owner.first <= range.begin) return std::nullopt;
    return owner.second;
  }

  void Take(std::vector<ByteRange> ranges, std::string_view rule) {
    std::ranges::sort(ranges);
    std::uint64_t free = 0;  // within one match ranges may overlap
    for (const ByteRange& range : ranges) {
      const std::uint64_t begin = std::max(range.begin, free);
      if (begin < range.end) taken_[begin] = {range.end, rule};
      free = std::max(free, range.end);
    }
  }

 private:
  std::map<std::uint64_t, std::pair<std::uint64_t, std::string_view>> taken_;  // begin -> end, rule
};

void MarkSharedSecrets(std::vector<Ranked>& ranked) {
  TakenSecrets taken;
  for (Ranked& one : ranked) {
    if (!one.open()) continue;
    for (const ByteRange& secret : one.match.secrets) {
      if (!one.silenced_by) one.silenced_by = taken.OwnerOf(secret);
    }
    if (one.open()) taken.Take(one.match.secrets, one.match.rule->id);
  }
}

Rejection Outspoken(const Ranked& one) {
  const bool same_rule = *one.silenced_by == one.match.rule->id;
  std::string reason = same_rule ? "another match of this rule covers the same secret"
                                 : fmt::format("`{}` says it more exactly", *one.silenced_by);
  return {one.match.rule, one.match.range, std::move(reason), one.match.secrets};
}

}  // namespace

MergedMatches MergeMatches(std::string_view text, std::vector<Match> matches) {
  std::vector<Ranked> ranked = RankedByExactness(text, std::move(matches));
  MarkRepeats(ranked);
  MarkSpokenOver(ranked);
  MarkSharedSecrets(ranked);
  MergedMatches merged;
  for (Ranked& one : ranked) {
    if (one.silenced_by) merged.outspoken.push_back(Outspoken(one));
    if (one.open()) merged.kept.push_back(std::move(one.match));
  }
  for (const Match& match : TakeEditedTokens(merged.kept))
    merged.outspoken.push_back({match.rule, match.range, "made out of another", match.secrets});
  std::ranges::stable_sort(merged.kept, [](const Match& a, const Match& b) {
    return std::tie(a.range, a.rule->id) < std::tie(b.range, b.rule->id);
  });
  return merged;
}

}  // namespace gonogo
