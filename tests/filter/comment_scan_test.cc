#include "analyzer/filter/comment_scan.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

/// The comments on the line that holds '@', joined by '|'; a '+' before those with code before
/// them.
std::string CommentsIn(FileKind kind, std::string_view text) {
  const LineIndex lines(text);
  std::string told;
  for (const Comment& comment : CommentScan(text, lines, kind).On(lines.At(text.find('@')).line)) {
    if (!told.empty()) told += '|';
    if (!comment.alone) told += '+';
    told += text.substr(comment.body.begin, comment.body.end - comment.body.begin);
  }
  return told;
}

TEST_CASE("comments are found by the leaders of the kind, outside of strings") {
  struct Row {
    FileKind kind;
    std::string_view text, comments;
  };
  const Row rows[] = {
      {FileKind::kPython, "# @", " @"},
      {FileKind::kPython, "  # @", " @"},
      {FileKind::kPython, "x = 1  # @", "+ @"},
      {FileKind::kPython, "x = '# @'", ""},
      {FileKind::kPython, "x = f'# @'", ""},
      {FileKind::kPython, "x = \"it's # @\"", ""},
      {FileKind::kPython, "x = 'a\\'# @'", ""},
      {FileKind::kPython, "x = 'a' # @", "+ @"},
      {FileKind::kPython, "x = 'a\\\\' # @", "+ @"},
      {FileKind::kPython, "x = don't # @", "+ @"},
      {FileKind::kPython, "text\"\"\" # @", "+ @"},
      {FileKind::kPython, "x = 1 // @", ""},
      {FileKind::kRust, "fn f<'a>(x: &'a str) // @", "+ @"},
      {FileKind::kCpp, "int x = 1'000; // @", "+ @"},
      {FileKind::kCpp, "a(); /* b */ c(); /* @ */ d();", "+ b |+ @ "},
      {FileKind::kCpp, "/* @ */ c();", " @ "},
      {FileKind::kCpp, "/*\n * @\n */", " * @"},
      {FileKind::kCpp, "/* a\n @ */ b(); // c", " @ |+ c"},
      {FileKind::kCpp, "/* a */\n @ x", ""},
      {FileKind::kCpp, "s = \"/*\";\n @ x", ""},
      {FileKind::kCpp, "// /*\n @ x", ""},
      {FileKind::kCpp, "url = http://x @", ""},
      {FileKind::kJavaScript, "{/* @ */}", " @ "},
      {FileKind::kYaml, "a: b#c @", ""},
      {FileKind::kYaml, "a: don't # @", "+ @"},
      {FileKind::kYaml, "a: \"# @\"", ""},
      {FileKind::kShell, "echo $# @", ""},
      {FileKind::kShell, "echo ${x#@}", ""},
      {FileKind::kSql, "SELECT 1 -- @", "+ @"},
      {FileKind::kLua, "--[[ @ ]] x = 1", " @ "},
      {FileKind::kHtml, "<p> <!-- @ -->", "+ @ "},
      {FileKind::kHtml, "<!--\n @\n-->", " @"},
      {FileKind::kXml, "<a b=\"<!-- @ -->\"/>", ""},
      {FileKind::kBatch, "rem @", " @"},
      {FileKind::kBatch, "set remark @", ""},
      {FileKind::kVisualBasic, "x = 1 ' @", "+ @"},
      {FileKind::kJupyter, "  \"x = 1  # @\\n\",", "+ @\\n\","},
      {FileKind::kJson, "{\"a\": \"// @\"}", ""},
      {FileKind::kJson, "{\"a\": 1} // @", "+ @"},
      {FileKind::kCsv, "a;b # @", ""},
      {FileKind::kUnknown, "; @", " @"},
      {FileKind::kUnknown, "value; @", ""},
      {FileKind::kUnknown, "see http://x @", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(CommentsIn(row.kind, row.text) == row.comments);
  }
}

TEST_CASE("lines that are comments and nothing else are known") {
  struct Row {
    std::string_view text;
    bool is;
  };
  const Row rows[] = {{"// x", true},    {"  /* x */ ", true},    {"/* x", true},
                      {" * x", true},    {"{/* x */}", true},     {"", false},
                      {"x // y", false}, {"/* x */ y();", false}, {"#include", false}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const LineIndex lines(row.text);
    CHECK(CommentScan(row.text, lines, FileKind::kCpp).IsCommentLine(1) == row.is);
  }
}

}  // namespace
}  // namespace gonogo
