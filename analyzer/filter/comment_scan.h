// Comments of one line, found without parsing the language: a leader of the file's kind outside of
// quotes. It knows strings that begin and end on the line and block comments that opened on an
// earlier line. It does not know strings of several lines (here-documents, triple quotes,
// templates) nor regular expressions: words in them that look like a comment are taken for one.
// Kinds without comments have none; text of an unknown kind has those of the table in
// model/file_kind.cc, behind a blank or at the begin of the line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/model/finding.h"

namespace gonogo {

struct Comment {
  ByteRange body;         // on this line, behind the leader, before the end mark
  std::uint64_t end = 0;  // behind the end mark, which may stand on a later line
  bool alone = false;     // no code before it on the line where it begins
};

class CommentScan {
 public:
  CommentScan(std::string_view text, const LineIndex& lines, FileKind kind);

  /// In order; costs as much as the line is long.
  std::vector<Comment> On(std::uint32_t line) const;
  /// True where the line holds a comment and nothing else, as far as the line itself tells.
  bool IsCommentLine(std::uint32_t line) const;

 private:
  struct Scanning;

  bool OpensBlock(std::string_view line, std::size_t at) const;
  std::size_t LineLeaderAt(std::string_view line, std::size_t at) const;
  bool StartsInBlock(std::uint32_t line) const;
  Comment BlockComment(std::uint64_t body, std::uint64_t line_end, bool alone) const;
  std::vector<Comment> Scan(std::uint32_t line, bool in_block) const;

  std::string_view text_;
  const LineIndex& lines_;
  FileKind kind_;
  CommentSyntax syntax_;
};

}  // namespace gonogo
