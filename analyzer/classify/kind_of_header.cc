#include <algorithm>
#include <array>

#include "analyzer/classify/line_cursor.h"
#include "analyzer/classify/lower_name.h"
#include "analyzer/classify/text_shape.h"

namespace gonogo {
namespace {

// Licence, guards and includes of a header fit in here, and its first declarations.
constexpr std::size_t kHead = 8192;

std::string_view TakeIdentifier(std::string_view& text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  std::size_t size = 0;
  while (size < text.size() && (IsWordChar(text[size]) || text[size] == ':')) ++size;
  // The colon of "class A: public B" is no part of the name.
  if (size > 0 && text[size - 1] == ':') --size;
  const std::string_view name = text.substr(0, size);
  text.remove_prefix(size);
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  return name;
}

bool EndsName(std::string_view rest) {
  return rest.empty() || rest.starts_with("//") || rest.starts_with("/*");
}

// "class X", "class EXPORT X final : Y {", but not the prose "class of devices".
bool IsClassLine(std::string_view rest) {
  if (TakeIdentifier(rest).empty()) return false;
  if (EndsName(rest)) return true;
  for (int more = 0; more < 2 && !rest.empty() && IsWordChar(rest.front()); ++more) {
    TakeIdentifier(rest);
  }
  return !rest.empty() && (rest.front() == '{' || rest.front() == ':' || rest.front() == ';');
}

bool IsNamespaceLine(std::string_view rest) {
  TakeIdentifier(rest);
  return EndsName(rest) || rest.front() == '{' || rest.front() == ';';
}

bool IsUsingLine(std::string_view rest) {
  return rest.starts_with("namespace ") || rest.starts_with("std::") ||
         (rest.find(" = ") != std::string_view::npos && rest.back() == ';');
}

// "<vector>": headers of the C++ library have no extension.
bool IncludesCppHeader(std::string_view line) {
  const std::size_t open = line.find('<');
  const std::size_t close = line.find('>');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return false;
  const std::string_view name = line.substr(open + 1, close - open - 1);
  return !name.empty() && name.find_first_of("./") == std::string_view::npos;
}

bool CutWord(std::string_view& line, std::string_view word) {
  if (!line.starts_with(word)) return false;
  line.remove_prefix(word.size());
  return true;
}

bool IsCppLine(std::string_view line) {
  switch (line.front()) {
    case 'c':
      return CutWord(line, "class ") && IsClassLine(line);
    case 'n':
      return line == "namespace" || line == "namespace{" ||
             (CutWord(line, "namespace ") && IsNamespaceLine(line));
    case 't':
      return line.starts_with("template<") || line.starts_with("template <");
    case 'p':
      return line.starts_with("public:") || line.starts_with("private:") ||
             line.starts_with("protected:") || line.starts_with("public slots:");
    case 'u':
      return CutWord(line, "using ") && !line.empty() && IsUsingLine(line);
    case 'v':
      return line.starts_with("virtual ") && line.find('(') != std::string_view::npos;
    case 'e':
      return line.starts_with("enum class ") || line.starts_with("extern \"C++\"");
    case 's':
      return line.starts_with("std::") || line.starts_with("static constexpr ");
    default:
      return false;
  }
}

bool IsObjectiveCLine(std::string_view line) {
  constexpr std::array<std::string_view, 5> kStarts = {"@interface ", "@protocol ", "@class ",
                                                       "@import ", "@property"};
  if (line.front() == 'N') return line.starts_with("NS_ASSUME_NONNULL_BEGIN");
  return std::ranges::any_of(kStarts,
                             [&](std::string_view start) { return line.starts_with(start); });
}

bool IsInComment(std::string_view before) {
  const std::size_t open = before.rfind("/*");
  if (open == std::string_view::npos) return false;
  const std::size_t close = before.rfind("*/");
  return close == std::string_view::npos || close < open;
}

class HeaderReader {
 public:
  /// kCpp or kObjectiveC where the line shows it, else kC.
  FileKind Read(std::string_view line) {
    if (line.front() == '#') return ReadDirective(SkipSpace(line.substr(1)));
    if (in_cplusplus_) return FileKind::kC;
    if (line.front() == '@' || line.front() == 'N') {
      return IsObjectiveCLine(line) ? FileKind::kObjectiveC : FileKind::kC;
    }
    return IsCppLine(line) ? FileKind::kCpp : FileKind::kC;
  }

 private:
  // A C header may hold C++ between "#ifdef __cplusplus" and its end; that makes it no C++.
  FileKind ReadDirective(std::string_view directive) {
    if (in_cplusplus_) {
      in_cplusplus_ = !(directive.starts_with("el") || directive.starts_with("end"));
    } else if (directive.starts_with("include")) {
      return IncludesCppHeader(directive) ? FileKind::kCpp : FileKind::kC;
    } else if (directive.starts_with("import ")) {
      return FileKind::kObjectiveC;
    } else if (directive.starts_with("if")) {
      in_cplusplus_ = directive.find("__cplusplus") != std::string_view::npos;
    }
    return FileKind::kC;
  }

  bool in_cplusplus_ = false;
};

}  // namespace

FileKind KindOfHeader(std::string_view text) {
  const std::string_view head = text.substr(0, kHead);
  // An editor's mode says it at once.
  const std::string_view first_line = head.substr(0, head.find('\n'));
  if (first_line.find("-*- C++ -*-") != std::string_view::npos ||
      first_line.find("-*-c++-*-") != std::string_view::npos ||
      first_line.find("-*- mode: c++") != std::string_view::npos) {
    return FileKind::kCpp;
  }
  HeaderReader reader;
  LineCursor lines(head);
  std::string_view line;
  while (lines.Next(line)) {
    if (line.empty()) continue;
    const FileKind kind = reader.Read(line);
    if (kind == FileKind::kC) continue;
    if (!IsInComment(head.substr(0, static_cast<std::size_t>(line.data() - head.data()))))
      return kind;
  }
  return FileKind::kC;
}

}  // namespace gonogo
