#include "analyzer/engines/text/clause_matcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/base/characters.h"
#include "analyzer/base/check.h"
#include "analyzer/engines/text/assignment/chosen_value.h"
#include "analyzer/engines/text/assignment/no_secret.h"
#include "analyzer/engines/text/assignment/surroundings.h"
#include "analyzer/engines/text/assignment_matcher.h"
#include "analyzer/engines/text/name_finder.h"
#include "analyzer/engines/text/pattern_place.h"
#include "analyzer/engines/text/regex_options.h"
#include "analyzer/engines/text/sample_place.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostMatches = 20'000;
/// Bytes that the regex may have to read, counted as if each search went to the
/// end of its window: RE2 is linear in one search, but many searches in one
/// great window are not.
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 31;

/// RE2 takes the text before and after the window as context for `^ $ \b`.
bool Find(const RE2& regex, std::string_view text, std::uint64_t begin, std::uint64_t end,
          std::span<re2::StringPiece> found) {
  return regex.Match(re2::StringPiece(text.data(), text.size()), begin, end, RE2::UNANCHORED,
                     found.data(), static_cast<int>(found.size()));
}

/// Calls with what `find` finds in each window, one behind the other; false where the limits of
/// work were met.
template <class Finder, class Call>
bool ForEachMatch(std::span<const Window> windows, Finder find, Call call) {
  std::size_t matches = 0;
  std::uint64_t bytes = 0;
  for (const Window& window : windows) {
    std::uint64_t from = window.begin;
    while (from <= window.end) {
      bytes += window.end - from;
      if (bytes > kMostBytes) return false;
      const std::optional<ByteRange> match = find(from, window.end);
      if (!match) break;
      if (++matches > kMostMatches) return false;
      from = std::max(match->end, match->begin + 1);
      call(*match);
    }
  }
  return true;
}

ByteRange RangeOf(std::string_view text, const re2::StringPiece& piece) {
  const auto begin = static_cast<std::uint64_t>(piece.data() - text.data());
  return {begin, begin + piece.size()};
}

std::string_view ViewOf(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

template <class T>
bool HasOrAny(std::span<const T> list, const T& value) {
  return list.empty() || std::ranges::find(list, value) != list.end();
}

/// The name as it stands in the pattern, since captures outlive the compiled
/// regex.
std::string_view NameInPattern(std::string_view pattern, const std::string& name) {
  const std::size_t at = pattern.find("(?P<" + name + ">");
  CHECK(at != std::string_view::npos);
  return pattern.substr(at + 4, name.size());
}

/// `placeholder="ghp_..."`, `example: "..."`: shown to people so that they know what to enter.
bool IsShownAsExample(std::string_view text, std::uint64_t begin) {
  constexpr std::uint64_t kFar = 64;
  std::string_view before = text.substr(begin - std::min(begin, kFar), std::min(begin, kFar));
  const auto strip = [&before](std::string_view bytes) {
    while (!before.empty() && bytes.contains(before.back())) before.remove_suffix(1);
  };
  const std::string line = LowerCase(before.substr(before.rfind('\n') + 1));
  if (line.ends_with("such as `") || line.ends_with("for example `")) return true;
  if (line.contains("placeholder=") || line.contains("\"e.g. ")) return true;
  strip("\"'`{( \t\r\n");
  if (before.ends_with("Bearer")) {
    before.remove_suffix(6);
    strip("\"'`{( \t\r\n");
  }
  if (!before.ends_with('=') && !before.ends_with(':')) return false;
  strip("=:\"' \t");
  const std::string lower = LowerCase(before);
  return lower.ends_with("placeholder") || lower.ends_with("example") || lower.ends_with("hint");
}

/// `https://shop.s3.amazonaws.com/7.png?X-Amz-Credential=AKIA...`: an address that was signed once
/// names the key and does not hold its other half.
bool IsOfSignedAddress(std::string_view text, std::uint64_t begin) {
  constexpr std::string_view kName = "x-amz-credential=";
  if (begin < kName.size() || begin > text.size()) return false;
  return LowerCase(text.substr(begin - kName.size(), kName.size())) == kName;
}

/// The text of the file itself.
const SearchedText& OutermostOf(const SearchedText& searched) {
  const SearchedText* text = &searched;
  while (text->outer != nullptr) text = text->outer;
  return *text;
}

std::string JoinLines(std::span<const std::string_view> lines) {
  std::string text;
  for (std::string_view line : lines) text.append(line).append("\n");
  return text;
}

}  // namespace

const RE2& LazyRegex::Get() const {
  std::call_once(once_, [this] {
    regex_ = std::make_unique<RE2>(RulePattern(pattern_), RuleRegexOptions());
    CHECK(regex_->ok());  // the rule reader has compiled it with the same options
  });
  return *regex_;
}

struct ClauseMatcher::Candidate {
  ByteRange place;  // in the searched text
  ByteRange secret_place;
  std::string_view value;  // the secret, or the whole match where there is none
  bool is_secret = false;
  std::vector<Capture> captures;
  ProofResult proof;
};

/// What holds for the whole text is found out once.
struct ClauseMatcher::Decision {
  std::optional<bool> required;
  std::optional<bool> unless_in_file;
};

ClauseMatcher::ClauseMatcher(const ClauseOfRule& clause)
    : rule_(clause.rule),
      alternative_(*clause.alternative),
      files_(clause.alternative->files),
      clause_(clause.alternative->text),
      format_(clause_.validator.empty() ? nullptr : FindSecretFormat(clause_.validator)),
      regex_(clause_.regex),
      unless_(clause_.unless),
      require_(clause_.require) {
  if (!files_.paths.empty()) paths_.emplace(JoinLines(files_.paths));
  for (std::string_view pattern : clause_.allow) {
    allow_.push_back(std::make_unique<LazyRegex>(pattern));
  }
}

bool ClauseMatcher::Fits(const SourceFile& file) const {
  if (!HasOrAny(files_.kinds, file.kind) || !HasOrAny(files_.roles, file.role)) return false;
  return !paths_ || paths_->Covers(file.path);
}

bool ClauseMatcher::CanMatchIn(std::string_view text) const {
  // The keywords are all that such a clause looks for.
  if (alternative_.type == ClauseType::kAssignment) return true;
  std::call_once(parts_once_, [this] { parts_ = NeededParts(clause_.regex); });
  return parts_.AreIn(text);
}

const ClauseMatcher::Groups& ClauseMatcher::GroupsOf(const RE2& regex) const {
  std::call_once(groups_once_, [&] {
    for (const auto& [name, group] : regex.NamedCapturingGroups()) {
      groups_.named.emplace_back(group, NameInPattern(clause_.regex, name));
      groups_.count = std::max(groups_.count, group + 1);
      if (name == clause_.at) groups_.at = group;
      if (name == clause_.secret) groups_.secret = group;
    }
    if (clause_.at.empty()) groups_.at = groups_.secret;
    std::ranges::sort(groups_.named);
  });
  return groups_;
}

bool ClauseMatcher::Search(const SearchedText& searched, std::span<const Window> windows,
                           EngineOutput& output) const {
  if (windows.empty()) return true;
  if (alternative_.type == ClauseType::kAssignment) return SearchNames(searched, windows, output);
  const RE2& regex = regex_.Get();
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(GroupsOf(regex).count));
  Decision decision;
  return ForEachMatch(
      windows,
      [&](std::uint64_t begin, std::uint64_t end) -> std::optional<ByteRange> {
        if (!Find(regex, searched.text, begin, end, found)) return std::nullopt;
        return RangeOf(searched.text, found[0]);
      },
      [&](ByteRange) { Decide(searched, MakeCandidate(searched, found), decision, output); });
}

/// The regex of an assignment is nothing but its names.
bool ClauseMatcher::SearchNames(const SearchedText& searched, std::span<const Window> windows,
                                EngineOutput& output) const {
  const NameFinder names(clause_.keywords);
  return ForEachMatch(
      windows,
      [&](std::uint64_t begin, std::uint64_t end) { return names.Find(searched.text, begin, end); },
      [&](ByteRange name) { MatchAssignment(searched, name, {rule_, &alternative_}, output); });
}

ClauseMatcher::Candidate ClauseMatcher::MakeCandidate(
    const SearchedText& searched, std::span<const re2::StringPiece> found) const {
  // A group that took no part stands for the whole match.
  const auto range = [&](int group) {
    const auto& piece = found[static_cast<std::size_t>(group)];
    return RangeOf(searched.text, piece.data() == nullptr ? found[0] : piece);
  };
  Candidate candidate;
  candidate.place = range(groups_.at);
  candidate.secret_place = range(groups_.secret);
  candidate.is_secret = groups_.secret != 0;
  candidate.value = ViewOf(searched.text, candidate.secret_place);
  if (candidate.value.ends_with('\r')) {  // `.+` at the end of a line with "\r\n"
    candidate.value.remove_suffix(1);
    --candidate.secret_place.end;
  }
  for (const auto& [group, name] : groups_.named) {
    const auto& piece = found[static_cast<std::size_t>(group)];
    if (piece.data() == nullptr) continue;
    candidate.captures.push_back({name, std::string(piece.data(), piece.size())});
  }
  return candidate;
}

void ClauseMatcher::Decide(const SearchedText& searched, Candidate&& candidate, Decision& decision,
                           EngineOutput& output) const {
  std::string reason = WhyNot(searched, candidate, decision);
  if (reason.empty() && format_ != nullptr && format_->validate != nullptr) {
    candidate.proof = format_->validate(candidate.value);
    if (candidate.proof.proof == Proof::kRefuted) reason = candidate.proof.sign;
  }
  const SearchedText& whole = OutermostOf(searched);
  const ByteRange own = searched.outer == nullptr ? candidate.secret_place : searched.place;
  FileRole role = RoleAt(whole.text, own.begin, *whole.file);
  if (role == FileRole::kProduct && clause_.validator == "jwt" &&
      IsNamedForTests(whole.text, own.begin))
    role = FileRole::kTest;
  if (reason.empty() && candidate.is_secret && role == FileRole::kTest &&
      IsTestOfSecrets(whole.file->path))
    reason = "an input of a test";
  if (reason.empty() && candidate.is_secret && IsAllowListOfScanner(whole.file->path))
    reason = "a list of what is none";
  if (reason.empty() && candidate.is_secret && rule_->general)
    reason = SampleReason(whole.text, own, *whole.file, role);
  if (reason.empty() && candidate.is_secret && IsSaidToBeNone(whole.text, own))
    reason = "a comment says that it is none";
  if (reason.empty() && role == FileRole::kTest && clause_.validator == "jwt")
    reason = TokenReasonInTest(whole.text, own, whole.file->path);
  if (reason.empty() && clause_.validator == "jwt" &&
      IsExampleOfDescription(whole.text, own, *whole.file))
    reason = "an example";
  if (reason.empty() && clause_.validator == "jwt" && IsOfAddressInComment(whole.text, own.begin))
    reason = "it stands in a comment";
  const bool decoded = searched.outer != nullptr;
  const ByteRange range = decoded ? searched.place : candidate.place;
  std::vector<ByteRange> secrets;
  if (candidate.is_secret) secrets.push_back(decoded ? searched.place : candidate.secret_place);
  if (!reason.empty()) {
    if (output.explain) {
      output.rejections.push_back({rule_, range, std::move(reason), std::move(secrets)});
    }
    return;
  }
  Match match;
  match.rule = rule_;
  match.grade = GradeOf(candidate.proof.proof);
  match.range = range;
  match.secrets = std::move(secrets);
  if (candidate.is_secret) match.secret = candidate.value;
  match.role = rule_->general ? RoleOfLiteral(whole.text, own, *whole.file) : role;
  match.proved = candidate.proof.proof == Proof::kProved;
  match.strong = format_ != nullptr && format_->strong;
  match.captures = std::move(candidate.captures);
  if (!candidate.proof.sign.empty()) match.signs.push_back(std::move(candidate.proof.sign));
  for (const SearchedText* text = &searched; text->outer != nullptr; text = text->outer) {
    match.signs.push_back(fmt::format("decoded from {}", NameOf(text->codec)));
  }
  output.matches.push_back(std::move(match));
}

std::string ClauseMatcher::WhyNot(const SearchedText& searched, const Candidate& candidate,
                                  Decision& decision) const {
  if (!require_.empty()) {
    if (!decision.required) decision.required = RequireHolds(searched);
    if (!*decision.required) return "the file has nothing of what the rule requires beside it";
  }
  if (!unless_.empty() && UnlessHolds(searched, candidate.place, decision)) {
    return "what stands around it rules it out";
  }
  if (candidate.is_secret) {
    const std::uint64_t length = CountCharacters(candidate.value);
    if (length < clause_.min_length) {
      return fmt::format("{} characters, below {}", length, clause_.min_length);
    }
  }
  for (const auto& allow : allow_) {
    const re2::StringPiece value(candidate.value.data(), candidate.value.size());
    if (RE2::FullMatch(value, allow->Get())) return "on the allow list of the rule";
  }
  if (candidate.is_secret && IsOfSignedAddress(searched.text, candidate.secret_place.begin))
    return "it names the key of a signed address";
  if (candidate.is_secret && clause_.placeholders &&
      IsShownAsExample(searched.text, candidate.secret_place.begin))
    return "shown to people as an example";
  if (candidate.is_secret && clause_.placeholders &&
      StandsBesideItsPattern(searched.text, candidate.secret_place))
    return "beside the pattern that finds it";
  return candidate.is_secret ? WhyNotSecret(candidate) : "";
}

std::string ClauseMatcher::WhyNotSecret(const Candidate& candidate) const {
  if (clause_.placeholders) {
    const std::string_view reason = PlaceholderReason(candidate.value);
    // The validators of passwords know which words people take.
    const bool weak = IsMixedWords(candidate.value) || IsChosenNumber(candidate.value);
    const bool left = !clause_.validator.empty() && rule_->general && weak;
    if (!reason.empty() && !left) return std::string(reason);
  }
  if (clause_.entropy > 0) {
    const double entropy = Entropy(candidate.value);
    if (entropy < clause_.entropy) {
      return fmt::format("entropy {:.1f} below {:.1f}", entropy, clause_.entropy);
    }
  }
  return "";
}

bool ClauseMatcher::RequireHolds(const SearchedText& searched) const {
  for (const SearchedText* text = &searched; text != nullptr; text = text->outer) {
    if (Find(require_.Get(), text->text, 0, text->text.size(), {})) return true;
  }
  return false;
}

bool ClauseMatcher::UnlessHolds(const SearchedText& searched, ByteRange range,
                                Decision& decision) const {
  const bool whole = clause_.unless_span == TextSpan::kFile;
  if (whole && decision.unless_in_file) return *decision.unless_in_file;
  bool holds = false;
  for (const SearchedText* text = &searched; text != nullptr && !holds; text = text->outer) {
    const Window window = WindowAround(text->text, clause_.unless_span, range.begin, range.end);
    holds = Find(unless_.Get(), text->text, window.begin, window.end, {});
    range = text->run;
  }
  if (whole) decision.unless_in_file = holds;
  return holds;
}

const Grade* ClauseMatcher::GradeOf(Proof proof) const {
  const std::string_view wanted = proof == Proof::kProved ? "proved" : "likely";
  for (const Grade& grade : rule_->grades) {
    if (grade.name == wanted) return &grade;
  }
  return rule_->grades.empty() ? nullptr : &rule_->grades.front();
}

}  // namespace gonogo
