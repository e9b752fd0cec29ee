#include "analyzer/rulebook/optional_rewrite.h"

#include <vector>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kNone = std::string::npos;

/// Walks over a regex of RE2 syntax that is known to compile, atom by atom.
class Rewriter {
 public:
  explicit Rewriter(std::string_view regex) : rest_(regex) {}

  /// False where the regex has a form that this does not follow.
  bool Run() {
    while (!rest_.empty()) {
      if (!Step()) return false;
    }
    return groups_.empty();
  }

  std::string Take() && { return std::move(out_); }

 private:
  bool Step() {
    switch (rest_[0]) {
      case '\\':
        return TakeAtom(EscapeLength());
      case '[':
        return TakeAtom(ClassLength());
      case '(':
        return OpenGroup();
      case ')':
        return CloseGroup();
      case '?':
        return TakeOptional();
      case '*':
      case '+':
        return TakeQuantifier(1);
      case '{':
        if (const std::size_t length = RepetitionLength(); length != 0)
          return TakeQuantifier(length);
        return TakeAtom(1);
      case '|':
        return TakeOther(1);
      default:
        return TakeAtom(1);
    }
  }

  bool Copy(std::size_t length) {
    if (length == 0 || length > rest_.size()) return false;
    out_ += rest_.substr(0, length);
    rest_.remove_prefix(length);
    return true;
  }

  bool TakeAtom(std::size_t length) {
    atom_ = out_.size();
    return Copy(length);
  }

  bool TakeOther(std::size_t length) {
    atom_ = kNone;
    return Copy(length);
  }

  /// A quantifier, with the mark of a lazy one.
  bool TakeQuantifier(std::size_t length) {
    const bool lazy = rest_.substr(length).starts_with('?');
    return TakeOther(lazy ? length + 1 : length);
  }

  bool TakeOptional() {
    if (atom_ == kNone) return false;
    rest_.remove_prefix(rest_.starts_with("??") ? 2 : 1);
    out_.insert(atom_, "(?:");
    out_ += "|)";
    atom_ = kNone;
    return true;
  }

  bool OpenGroup() {
    groups_.push_back(out_.size());
    atom_ = kNone;
    if (!rest_.starts_with("(?")) return Copy(1);
    const std::size_t end = rest_.find_first_of(":>)");
    if (end == std::string_view::npos) return false;
    // "(?i)" sets a flag and is no group.
    if (rest_[end] == ')') groups_.pop_back();
    return Copy(end + 1);
  }

  bool CloseGroup() {
    if (groups_.empty()) return false;
    atom_ = groups_.back();
    groups_.pop_back();
    return Copy(1);
  }

  /// 0 for \Q, whose text up to \E is no regex, and for octal numbers.
  std::size_t EscapeLength() const {
    if (rest_.size() < 2 || rest_[1] == 'Q' || rest_[1] == 'E' || IsDigit(rest_[1])) return 0;
    const bool named = rest_[1] == 'x' || rest_[1] == 'p' || rest_[1] == 'P';
    if (!named) return 2;
    if (rest_.size() > 2 && rest_[2] == '{') return rest_.find('}') + 1;
    return rest_[1] == 'x' ? 4 : 3;
  }

  std::size_t ClassLength() const {
    std::size_t at = rest_.starts_with("[^") ? 2 : 1;
    for (const std::size_t first = at; at < rest_.size(); ++at) {
      if (rest_[at] == '\\') {
        ++at;
      } else if (rest_.substr(at).starts_with("[:")) {
        const std::size_t end = rest_.find(":]", at);
        if (end == std::string_view::npos) return 0;
        at = end + 1;
      } else if (rest_[at] == ']' && at != first) {
        return at + 1;
      }
    }
    return 0;
  }

  /// The length of {2}, {2,} or {2,5}; 0 where the brace is a character.
  std::size_t RepetitionLength() const {
    std::size_t at = 1;
    while (at < rest_.size() && IsDigit(rest_[at])) ++at;
    if (at == 1) return 0;
    if (at < rest_.size() && rest_[at] == ',') ++at;
    while (at < rest_.size() && IsDigit(rest_[at])) ++at;
    return at < rest_.size() && rest_[at] == '}' ? at + 1 : 0;
  }

  std::string_view rest_;
  std::string out_;
  std::vector<std::size_t> groups_;  // where each open group begins in out_
  std::size_t atom_ = kNone;         // where what a quantifier would hold begins in out_
};

}  // namespace

std::string RewriteOptionals(std::string_view regex) {
  Rewriter rewriter(regex);
  return rewriter.Run() ? std::move(rewriter).Take() : std::string(regex);
}

}  // namespace gonogo
