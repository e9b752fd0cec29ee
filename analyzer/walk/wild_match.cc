// A pattern is read as it is matched, from left to right, with two places to come back to after a
// mismatch: the last `*` and the last `**`. Nothing older is ever needed. A `*` cannot cross a
// slash, so once a later part of the pattern has been reached with the fewest characters, giving an
// earlier `*` more only leaves less for the rest; and a `**` can take in whatever an earlier one
// could. The textbook recursion needs exponential time on `a*a*a*a*b`; this needs at most length
// times length, and the count of steps bounds even that.
//
// What git does where its manual is silent, each found by asking git itself
// (tests/real/check_ignore_test.cc):
// `**` that does not stand between slashes is `*`; a set with an unknown class, or without its end,
// fails the whole pattern; `]` right behind `[` or `[!` is a member; `^` negates like `!`; no set
// and no `?` takes a slash.
#include "analyzer/walk/wild_match.h"

namespace gonogo {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool IsDigit(unsigned char c) { return c >= '0' && c <= '9'; }
bool IsLower(unsigned char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
bool IsAlpha(unsigned char c) { return IsLower(c) || IsUpper(c); }
bool IsAlnum(unsigned char c) { return IsAlpha(c) || IsDigit(c); }
bool IsBlank(unsigned char c) { return c == ' ' || c == '\t'; }
bool IsControl(unsigned char c) { return c < 0x20 || c == 0x7F; }
bool IsGraph(unsigned char c) { return c > 0x20 && c < 0x7F; }
bool IsPrint(unsigned char c) { return c >= 0x20 && c < 0x7F; }
bool IsPunct(unsigned char c) { return IsGraph(c) && !IsAlnum(c); }
bool IsSpace(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsHex(unsigned char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

struct CharacterClass {
  std::string_view name;
  bool (*holds)(unsigned char);
};

constexpr CharacterClass kClasses[] = {
    {"alnum", IsAlnum}, {"alpha", IsAlpha}, {"blank", IsBlank}, {"cntrl", IsControl},
    {"digit", IsDigit}, {"graph", IsGraph}, {"lower", IsLower}, {"print", IsPrint},
    {"punct", IsPunct}, {"space", IsSpace}, {"upper", IsUpper}, {"xdigit", IsHex},
};

const CharacterClass* FindClass(std::string_view name) {
  for (const CharacterClass& row : kClasses) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

bool IsSpecial(char c) { return c == '*' || c == '?' || c == '[' || c == '\\'; }

/// One `[...]`, asked for one character.
class SetReader {
 public:
  SetReader(std::string_view pattern, std::size_t open, unsigned char wanted)
      : pattern_(pattern), at_(open + 1), wanted_(wanted) {}

  /// False when the set is malformed, which fails the whole pattern.
  bool Read() {
    const bool negated = Peek() == '!' || Peek() == '^';
    if (negated) ++at_;
    do {
      if (!ReadMember()) return false;
    } while (Peek() != ']');
    ++at_;
    holds_ = found_ != negated && wanted_ != '/';
    return true;
  }

  bool holds() const { return holds_; }
  std::size_t end() const { return at_; }  // behind the closing bracket

 private:
  int Peek(std::size_t ahead = 0) const {
    const std::size_t at = at_ + ahead;
    return at < pattern_.size() ? static_cast<unsigned char>(pattern_[at]) : -1;
  }

  void Want(int low, int high) {
    if (wanted_ >= low && wanted_ <= high) found_ = true;
  }

  /// A single character, a range's end, or a class; at_ is behind it afterwards.
  bool ReadMember() {
    if (Peek() == '-' && before_ >= 0 && Peek(1) >= 0 && Peek(1) != ']') return ReadRangeEnd();
    if (Peek() == '[' && Peek(1) == ':') return ReadClass();
    const int member = ReadCharacter();
    if (member < 0) return false;
    Want(member, member);
    before_ = member;
    return true;
  }

  bool ReadRangeEnd() {
    ++at_;
    const int last = ReadCharacter();
    if (last < 0) return false;
    Want(before_, last);
    before_ = -1;
    return true;
  }

  int ReadCharacter() {
    if (Peek() == '\\') ++at_;
    const int character = Peek();
    ++at_;
    return character;
  }

  /// `[:name:]`; where no `:]` follows, the bracket is a member like any other.
  bool ReadClass() {
    const std::size_t close = pattern_.find(']', at_ + 2);
    if (close == kNone) return false;
    if (close == at_ + 2 || pattern_[close - 1] != ':') {
      Want('[', '[');
      before_ = '[';
      ++at_;
      return true;
    }
    const CharacterClass* named = FindClass(pattern_.substr(at_ + 2, close - 1 - (at_ + 2)));
    if (named == nullptr) return false;
    if (named->holds(wanted_)) found_ = true;
    before_ = -1;
    at_ = close + 1;
    return true;
  }

  std::string_view pattern_;
  std::size_t at_;
  unsigned char wanted_;
  int before_ = -1;  // a range may begin with it
  bool found_ = false;
  bool holds_ = false;
};

class Matcher {
 public:
  Matcher(std::string_view pattern, std::string_view path, std::uint64_t& steps)
      : pattern_(pattern), path_(path), steps_(steps) {}

  WildAnswer Run() {
    while (true) {
      if (steps_ == 0) return WildAnswer::kTooCostly;
      --steps_;
      if (p_ == pattern_.size()) {
        if (t_ == path_.size()) return WildAnswer::kMatch;
        if (!ComeBack()) return WildAnswer::kNoMatch;
      } else if (pattern_[p_] == '*') {
        TakeStars();
      } else if (t_ == path_.size() || hopeless_) {
        return WildAnswer::kNoMatch;  // coming back would leave even less of the path
      } else if (!TakeOne() && !hopeless_ && !ComeBack()) {
        return WildAnswer::kNoMatch;
      }
    }
  }

 private:
  void TakeStars() {
    const std::size_t begin = p_;
    while (p_ < pattern_.size() && pattern_[p_] == '*') ++p_;
    if (p_ - begin < 2 || !StandsBetweenSlashes(begin, p_)) {
      star_ = {p_, t_};
      return;
    }
    star_ = {};
    by_directory_ = p_ < pattern_.size() && pattern_[p_] == '/';
    if (by_directory_) ++p_;  // first try: no directory at all
    deep_ = {p_, t_};
  }

  bool StandsBetweenSlashes(std::size_t begin, std::size_t end) const {
    if (begin > 0 && pattern_[begin - 1] != '/') return false;
    const std::string_view behind = pattern_.substr(end);
    return behind.empty() || behind[0] == '/' || behind.starts_with("\\/");
  }

  /// Takes one character of the path by one element of the pattern.
  bool TakeOne() {
    const char next = path_[t_];
    switch (pattern_[p_]) {
      case '?':
        return next != '/' && Advance(1);
      case '[':
        return TakeSet(static_cast<unsigned char>(next));
      case '\\': {
        hopeless_ = p_ + 1 == pattern_.size();
        return !hopeless_ && pattern_[p_ + 1] == next && Advance(2);
      }
      default:
        return pattern_[p_] == next && Advance(1);
    }
  }

  bool TakeSet(unsigned char next) {
    SetReader set(pattern_, p_, next);
    hopeless_ = !set.Read();
    const std::uint64_t length = set.end() - p_;
    steps_ -= length < steps_ ? length : steps_;
    return !hopeless_ && set.holds() && Advance(length);
  }

  bool Advance(std::size_t in_pattern) {
    p_ += in_pattern;
    ++t_;
    return true;
  }

  /// Gives the last star one more character, or else the last double star one more character or
  /// directory.
  bool ComeBack() {
    if (star_.pattern != kNone && star_.path < path_.size() && path_[star_.path] != '/') {
      ++star_.path;
      return GoTo(star_);
    }
    star_ = {};
    if (deep_.pattern == kNone) return false;
    const std::size_t taken = by_directory_ ? path_.find('/', deep_.path) : deep_.path;
    if (taken >= path_.size()) return false;
    deep_.path = taken + 1;
    return GoTo(deep_);
  }

  struct Place {
    std::size_t pattern = kNone;
    std::size_t path = 0;
  };

  bool GoTo(const Place& place) {
    p_ = place.pattern;
    t_ = place.path;
    return true;
  }

  std::string_view pattern_;
  std::string_view path_;
  std::uint64_t& steps_;
  std::size_t p_ = 0;
  std::size_t t_ = 0;
  Place star_;
  Place deep_;
  bool by_directory_ = false;  // the double star takes whole directories
  bool hopeless_ = false;      // the pattern is malformed here
};

}  // namespace

WildAnswer WildMatch(std::string_view pattern, std::string_view path, std::uint64_t& steps) {
  return Matcher(pattern, path, steps).Run();
}

std::size_t LiteralPrefix(std::string_view pattern) {
  std::size_t length = 0;
  while (length < pattern.size() && !IsSpecial(pattern[length])) ++length;
  return length;
}

}  // namespace gonogo
