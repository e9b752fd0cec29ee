// A reader of as much of RE2's syntax as it takes to know which pieces of a
// pattern every match must hold. It follows the pattern from left to right; what
// it does not know ends it with the answer that nothing is needed. Case is
// ignored throughout once any flag asks for it, which only widens the classes;
// words are compared without case anyway.
#include "analyzer/engines/text/pattern_needs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/encodings.h"

namespace gonogo {
namespace {

/// Shorter runs are in nearly every line.
constexpr std::size_t kShortestRun = 8;
constexpr std::size_t kShortestWord = 2;
constexpr std::size_t kMostWords = 64;
constexpr std::size_t kMostGroups = 3;
constexpr int kDeepest = 32;
constexpr std::size_t kMostTimes = 100'000;
/// A class whose bytes weigh more is in nearly every line.
constexpr int kHeaviest = 20;

using Words = std::vector<std::string>;

void AddRange(ByteClass& bytes, unsigned char first, unsigned char last) {
  for (unsigned c = first; c <= last; ++c) bytes.set(c);
}

ByteClass ClassOf(char letter) {
  ByteClass bytes;
  if (letter == 'd' || letter == 'w') AddRange(bytes, '0', '9');
  if (letter == 'w') {
    AddRange(bytes, 'a', 'z');
    AddRange(bytes, 'A', 'Z');
    bytes.set('_');
  }
  if (letter == 's') {
    for (const char c : {' ', '\t', '\n', '\r', '\f'}) bytes.set(static_cast<unsigned char>(c));
  }
  return bytes;
}

/// How usual a byte is in code and configurations.
int WeightOf(unsigned c) {
  const char byte = static_cast<char>(c);
  if (byte == ' ') return kHeaviest;
  if (IsLetter(byte) || IsDigit(byte) || byte == '\t' || byte == '\n' || c >= 0x80) return 10;
  return std::string_view("\"':.-_/=,").contains(byte) ? 4 : 1;
}

int WeightOf(const ByteClass& bytes) {
  int weight = 0;
  // A standard loop over 256 bits is most of what reading a pattern takes.
  for (std::size_t c = bytes._Find_first(); c < bytes.size(); c = bytes._Find_next(c))
    weight += WeightOf(static_cast<unsigned>(c));
  return weight;
}

std::size_t ShortestOf(const Words& words) {
  return std::ranges::min(words, {}, &std::string::size).size();
}

void AddBytes(const ByteClass& bytes, PatternNeeds& needs) {
  if (bytes.none() || bytes.count() > kHeaviest || WeightOf(bytes) > kHeaviest) return;
  if (needs.byte.none() || WeightOf(bytes) < WeightOf(needs.byte)) needs.byte = bytes;
}

void AddRun(const ByteClass& bytes, std::size_t length, PatternNeeds& needs) {
  if (length <= needs.run_length) return;
  needs.run = bytes;
  needs.run_length = length;
}

/// Of too many groups those with the longest words stay.
void AddWords(Words words, PatternNeeds& needs) {
  needs.words.push_back(std::move(words));
  if (needs.words.size() <= kMostGroups) return;
  needs.words.erase(std::ranges::min_element(needs.words, {}, ShortestOf));
}

/// What a match of one after the other must hold.
void AddNeeds(PatternNeeds&& more, PatternNeeds& needs) {
  AddRun(more.run, more.run_length, needs);
  AddBytes(more.byte, needs);
  for (Words& words : more.words) AddWords(std::move(words), needs);
}

/// What a match of either must hold.
PatternNeeds EitherOf(PatternNeeds&& a, PatternNeeds&& b) {
  PatternNeeds both;
  both.run = a.run | b.run;
  both.run_length = std::min(a.run_length, b.run_length);
  if (a.byte.any() && b.byte.any()) both.byte = a.byte | b.byte;
  if (a.words.empty() || b.words.empty()) return both;
  Words words = *std::ranges::max_element(a.words, {}, ShortestOf);
  const Words& others = *std::ranges::max_element(b.words, {}, ShortestOf);
  words.insert(words.end(), others.begin(), others.end());
  if (words.size() <= kMostWords) both.words.push_back(std::move(words));
  return both;
}

/// What one piece of a pattern is.
struct PatternPiece {
  enum class Sort : std::uint8_t { kNothing, kByte, kClass, kGroup };

  Sort sort = Sort::kNothing;
  ByteClass bytes;
  char byte = 0;       // of kByte
  PatternNeeds needs;  // of kGroup
};

class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : text_(pattern) {}

  PatternNeeds Read() {
    PatternNeeds needs = Alternatives(0);
    if (failed_ || at_ != text_.size()) return {};
    if (needs.run_length < kShortestRun) needs.run_length = 0;
    if (ignores_case_) {
      IgnoreCase(needs.run);
      IgnoreCase(needs.byte);
    }
    return needs;
  }

 private:
  using Sort = PatternPiece::Sort;

  bool Ends() const { return at_ >= text_.size(); }
  bool Takes(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }
  PatternPiece Fail() {
    failed_ = true;
    return {};
  }

  static void IgnoreCase(ByteClass& bytes) {
    if (bytes.none()) return;
    for (unsigned c = 'a'; c <= 'z'; ++c) {
      const unsigned upper = c - 'a' + 'A';
      if (bytes[c] || bytes[upper]) bytes.set(c).set(upper);
    }
    AddRange(bytes, 0x80, 0xff);  // Latin-1 has letters of two cases too
  }

  PatternNeeds Alternatives(int depth) {
    PatternNeeds all = Sequence(depth);
    while (!failed_ && Takes("|")) all = EitherOf(std::move(all), Sequence(depth));
    return all;
  }

  PatternNeeds Sequence(int depth) {
    PatternNeeds needs;
    std::string word;  // bytes that follow one another
    while (!failed_ && !Ends() && text_[at_] != '|' && text_[at_] != ')') {
      PatternPiece piece = Piece(depth);
      const std::size_t from = at_;
      const std::size_t least = Repeats();
      if (piece.sort == Sort::kByte && least > 0) word += LowerCase(piece.byte);
      if (piece.sort == Sort::kByte && at_ == from) continue;
      EndWord(word, needs);
      if (least == 0) continue;
      if (piece.sort == Sort::kGroup) AddNeeds(std::move(piece.needs), needs);
      if (piece.sort == Sort::kClass) AddBytes(piece.bytes, needs);
      AddRun(piece.bytes, piece.bytes.none() ? 0 : least, needs);
    }
    EndWord(word, needs);
    return needs;
  }

  static void EndWord(std::string& word, PatternNeeds& needs) {
    if (word.size() >= kShortestWord) AddWords({word}, needs);
    for (const char c : word) {
      if (!IsLetter(c)) AddBytes(ByteClass().set(static_cast<unsigned char>(c)), needs);
    }
    word.clear();
  }

  /// How often at least what was read last stands there.
  std::size_t Repeats() {
    if (Ends() || !std::string_view("*?+{").contains(text_[at_])) return 1;
    std::size_t least = text_[at_] == '+' ? 1 : 0;
    if (text_[at_] == '{') {
      least = Count();
    } else {
      ++at_;
    }
    Takes("?");
    if (!Ends() && std::string_view("*?+{").contains(text_[at_])) Fail();
    return least;
  }

  /// `{8}`, `{8,}`, `{8,20}`.
  std::size_t Count() {
    const std::size_t close = text_.find('}', at_);
    std::size_t count = 0;
    std::size_t i = at_ + 1;
    for (; i < text_.size() && IsDigit(text_[i]) && count < kMostTimes; ++i)
      count = count * 10 + static_cast<std::size_t>(text_[i] - '0');
    const bool is_count = close != text_.npos && i > at_ + 1 && (i == close || text_[i] == ',');
    if (!is_count) {
      Fail();
      return 0;
    }
    at_ = close + 1;
    return count;
  }

  PatternPiece Piece(int depth) {
    if (text_[at_] == '(') return Group(depth);
    if (text_[at_] == '[') return Class();
    if (text_[at_] == '\\') return Escape();
    if (std::string_view("*?+{").contains(text_[at_])) return Fail();
    const char c = text_[at_++];
    if (c == '.' || c == '^' || c == '$') return {};
    return OneByte(c);
  }

  static PatternPiece OneByte(char c) {
    PatternPiece piece;
    // Letters beyond ASCII have two cases as well, and are not worth the care.
    if (static_cast<unsigned char>(c) >= 0x80) return piece;
    piece.sort = Sort::kByte;
    piece.byte = c;
    piece.bytes.set(static_cast<unsigned char>(c));
    return piece;
  }

  PatternPiece Group(int depth) {
    if (depth >= kDeepest) return Fail();
    ++at_;
    if (Takes("?P<") || Takes("?<")) {
      at_ = std::min(text_.find('>', at_), text_.size());
      if (!Takes(">")) return Fail();
    } else if (Takes("?")) {
      if (!Flags()) return {};
    }
    PatternPiece piece;
    piece.sort = Sort::kGroup;
    piece.needs = Alternatives(depth + 1);
    return Takes(")") ? piece : Fail();
  }

  /// `(?i:`, after which a group goes on; `(?i)`, which is nothing by itself, gives false.
  bool Flags() {
    for (; !Ends(); ++at_) {
      const char c = text_[at_];
      if (c == 'i') ignores_case_ = true;
      if (c == ':' || c == ')') return text_[at_++] == ':';
      if (!std::string_view("imsU-").contains(c)) break;
    }
    Fail();
    return false;
  }

  /// The byte that an escape in or out of a class stands for, or nothing.
  std::optional<char> EscapedByte() {
    const char c = text_[at_];
    if (c == 'x' && at_ + 2 < text_.size() && HexValue(text_[at_ + 1]) >= 0 &&
        HexValue(text_[at_ + 2]) >= 0) {
      const int value = HexValue(text_[at_ + 1]) * 16 + HexValue(text_[at_ + 2]);
      at_ += 3;
      return static_cast<char>(value);
    }
    const std::size_t control = std::string_view("tnrfv").find(c);
    if (control != std::string_view::npos) {
      ++at_;
      return "\t\n\r\f\v"[control];
    }
    if (IsLetter(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
    ++at_;
    return c;
  }

  PatternPiece Escape() {
    ++at_;
    if (Ends()) return Fail();
    const char c = text_[at_];
    if (c == 'b' || c == 'B' || c == 'A' || c == 'z') {
      ++at_;
      return {};
    }
    if (std::string_view("DWS").contains(c)) {
      ++at_;
      return {};
    }
    if (std::string_view("dws").contains(c)) {
      ++at_;
      PatternPiece piece;
      piece.sort = Sort::kClass;
      piece.bytes = ClassOf(c);
      return piece;
    }
    const std::optional<char> byte = EscapedByte();
    return byte ? OneByte(*byte) : Fail();
  }

  PatternPiece Class() {
    ++at_;
    PatternPiece piece;
    const bool inverted = Takes("^");
    for (bool first = true; !Ends() && (first || text_[at_] != ']'); first = false) {
      if (!Member(piece.bytes)) return Fail();
    }
    if (!Takes("]")) return Fail();
    if (inverted) return {};
    piece.sort = Sort::kClass;
    return piece;
  }

  /// One byte, a range or an escape of a class.
  bool Member(ByteClass& bytes) {
    if (text_.substr(at_).starts_with("[:")) return false;
    std::optional<char> first = text_[at_];
    if (Takes("\\")) {
      if (Ends() || std::string_view("DWS").contains(text_[at_])) return false;
      if (std::string_view("dws").contains(text_[at_])) {
        bytes |= ClassOf(text_[at_++]);
        return true;
      }
      first = EscapedByte();
      if (!first) return false;
    } else {
      ++at_;
    }
    std::optional<char> last = first;
    if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
      last = text_[++at_];
      if (Takes("\\")) {
        last = Ends() ? std::nullopt : EscapedByte();
      } else {
        ++at_;
      }
    }
    if (!last || static_cast<unsigned char>(*last) < static_cast<unsigned char>(*first))
      return false;
    AddRange(bytes, static_cast<unsigned char>(*first), static_cast<unsigned char>(*last));
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
  bool ignores_case_ = false;
};

}  // namespace

PatternNeeds NeedsOf(std::string_view pattern) { return PatternReader(pattern).Read(); }

}  // namespace gonogo
