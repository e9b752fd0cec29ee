// NamePlace: where a name stands: the text, the identifier, the syntax, and what stands directly
// around it. The readers of forms.h begin here.
#pragma once

#include <cstddef>
#include <string_view>

#include "analyzer/engines/text/assignment/syntax.h"
#include "analyzer/model/file_kind.h"
#include "analyzer/model/finding.h"

namespace gonogo {

class NamePlace {
 public:
  NamePlace(std::string_view text, ByteRange name, FileKind kind);

  std::string_view text() const { return text_; }
  ByteRange range() const { return name_; }
  FileKind kind() const { return kind_; }
  Syntax syntax() const { return syntax_; }
  bool IsCode() const { return syntax_ == Syntax::kCode; }
  std::string_view name() const { return text_.substr(name_.begin, name_.end - name_.begin); }

  /// The name stands in quotes, or is a symbol (`:name`).
  bool quoted() const { return quoted_; }
  /// Behind the name and its closing quote.
  std::size_t end() const { return end_; }

  /// The byte before the name; NUL before the beginning of the text.
  char Before(std::size_t back = 1) const {
    return name_.begin >= back ? text_[name_.begin - back] : '\0';
  }
  /// At most 64 bytes of the line up to the name, without its sigil, quote and blanks at the end.
  std::string_view LineBefore() const;
  /// The column of the name's entry, behind the dash of a list.
  std::size_t Indent() const;
  /// Nothing but blanks stands before the name on its line.
  bool BeginsLine() const;

 private:
  void FindEnd();
  std::string_view RawLineBefore() const;

  std::string_view text_;
  ByteRange name_;
  FileKind kind_;
  Syntax syntax_;
  bool quoted_ = false;
  std::size_t end_;
};

}  // namespace gonogo
