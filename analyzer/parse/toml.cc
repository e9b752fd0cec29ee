#include "analyzer/parse/toml.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/string_escapes.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/toml_tables.h"
#include "analyzer/parse/toml_values.h"
#include "analyzer/parse/tree_builder.h"

namespace gonogo {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostParts = 256;  // of a dotted key, each a level of the tree

bool IsBareKeyChar(char c) { return IsLetter(c) || IsDigit(c) || c == '_' || c == '-'; }

class TomlReader {
 public:
  TomlReader(std::string_view text, const ParseLimits& limits)
      : scanner_(text), limits_(limits), builder_(text, limits) {}

  ConfigTree Read() && {
    builder_.BeginDocument(0);
    if (scanner_.Sees(kByteOrderMark)) scanner_.Skip(kByteOrderMark.size());
    while (!scanner_.AtEnd() && !failed()) ReadLine();
    tables_[0].end = scanner_.at();
    if (!failed()) tables_.Build(builder_);
    builder_.EndDocument(static_cast<std::uint32_t>(scanner_.text().size()));
    return std::move(builder_).Finish();
  }

 private:
  bool failed() const { return builder_.failed(); }

  bool Fail(std::string message) {
    builder_.FailDocument(ConfigErrorSort::kSyntax, scanner_.at(), std::move(message));
    return false;
  }

  void Complain(const TomlKey& key, std::string_view what) {
    builder_.Note(ConfigErrorSort::kSyntax, key.begin,
                  fmt::format("\"{}\" {}", key.text.substr(0, 80), what));
  }

  void TakeComment() {
    const std::uint32_t begin = scanner_.at();
    scanner_.SkipToLineEnd();
    builder_.AddComment({begin, scanner_.at()});
  }

  void ReadLine() {
    scanner_.SkipInlineSpace();
    if (scanner_.Peek() == '[') {
      ReadHeader();
    } else if (!scanner_.AtEnd() && scanner_.Peek() != '#' && !IsLineBreak(scanner_.Peek())) {
      ReadEntry(table_);
    }
    if (failed()) return;
    scanner_.SkipInlineSpace();
    if (scanner_.Peek() == '#') TakeComment();
    if (!scanner_.AtEnd() && !IsLineBreak(scanner_.Peek())) {
      Fail("text behind the value");
    } else {
      scanner_.SkipLineBreak();
    }
  }

  bool ReadKeyPart(TomlKey& key) {
    const char c = scanner_.Peek();
    key.begin = scanner_.at();
    if (c == '"' || c == '\'') {
      TomlNode value;
      if (scanner_.Sees("\"\"\"") || scanner_.Sees("'''")) return Fail("a key over several lines");
      if (!ReadTomlString(scanner_, value)) return Fail("a string without an end");
      key.style = value.style;
      key.text = value.text;
    } else {
      scanner_.SkipWhile(IsBareKeyChar);
      key.text = scanner_.From(key.begin);
      if (key.text.empty()) return Fail("a key is missing");
    }
    key.end = scanner_.at();
    return true;
  }

  bool ReadKey(std::vector<TomlKey>& parts) {
    do {
      if (parts.size() == kMostParts) return Fail("a key of too many parts");
      scanner_.SkipInlineSpace();
      if (!ReadKeyPart(parts.emplace_back())) return false;
      scanner_.SkipInlineSpace();
    } while (scanner_.Take('.'));
    return true;
  }

  std::uint32_t Make(std::uint32_t parent, const TomlKey& key, TomlSort sort) {
    TomlNode node;
    node.sort = sort;
    node.key = key;
    node.begin = key.begin;
    node.end = key.end;
    return tables_.Append(parent, std::move(node));
  }

  /// The table that part of a key leads to from `parent`, made where there is none.
  std::uint32_t Step(std::uint32_t parent, const TomlKey& key, TomlSort made) {
    std::uint32_t child = tables_.Find(parent, key.text);
    if (child == kNoNode) return Make(parent, key, made);
    // Behind [[a]], [a.b] belongs to the last of the tables.
    if (tables_[child].sort == TomlSort::kTables && made == TomlSort::kImplied) {
      return tables_[child].last_child;
    }
    const TomlSort sort = tables_[child].sort;
    const bool closed =
        sort == TomlSort::kInline || (made == TomlSort::kDotted && sort == TomlSort::kHeader);
    if (closed) Complain(key, "is closed: nothing can be added");
    if (tables_[child].IsTable()) return child;
    Complain(key, "is no table");
    return Make(parent, key, made);
  }

  void ReadHeader() {
    const std::uint32_t begin = scanner_.at();
    scanner_.Skip();
    const bool array = scanner_.Take('[');
    std::vector<TomlKey> parts;
    if (!ReadKey(parts)) return;
    if (!scanner_.Take(']') || (array && !scanner_.Take(']'))) {
      Fail("a header without ']'");
      return;
    }
    std::uint32_t at = tables_.root();
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) at = Step(at, parts[i], TomlSort::kImplied);
    table_ = array ? OpenArrayTable(at, parts.back(), begin) : OpenTable(at, parts.back());
    tables_[table_].begin = std::min(tables_[table_].begin, begin);
    Extend(scanner_.at());
  }

  std::uint32_t OpenTable(std::uint32_t parent, const TomlKey& key) {
    const std::uint32_t child = tables_.Find(parent, key.text);
    if (child != kNoNode && tables_[child].sort == TomlSort::kImplied) {
      tables_[child].sort = TomlSort::kHeader;
      return child;
    }
    if (child != kNoNode) Complain(key, "is defined twice");
    return Make(parent, key, TomlSort::kHeader);
  }

  std::uint32_t OpenArrayTable(std::uint32_t parent, const TomlKey& key, std::uint32_t begin) {
    std::uint32_t array = tables_.Find(parent, key.text);
    if (array == kNoNode || tables_[array].sort != TomlSort::kTables) {
      if (array != kNoNode) Complain(key, "is defined twice");
      array = Make(parent, key, TomlSort::kTables);
      tables_[array].begin = begin;
    }
    TomlNode item;
    item.sort = TomlSort::kHeader;
    item.begin = begin;
    item.end = scanner_.at();
    return tables_.Append(array, std::move(item));
  }

  /// The table that is being written reaches to here.
  void Extend(std::uint32_t end) { tables_[table_].end = std::max(tables_[table_].end, end); }

  void ReadEntry(std::uint32_t table) {
    std::uint32_t at = table;
    TomlNode value;
    if (!ReadEntryKey(at, value)) return;
    ReadValue(at, std::move(value));
    Extend(scanner_.at());
  }

  /// `a.b =`: the table in which the value goes, and its key.
  bool ReadEntryKey(std::uint32_t& table, TomlNode& value) {
    std::vector<TomlKey> parts;
    if (!ReadKey(parts)) return false;
    if (!scanner_.Take('=')) return Fail("'=' is missing");
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      table = Step(table, parts[i], TomlSort::kDotted);
    }
    if (tables_.Find(table, parts.back().text) != kNoNode) {
      Complain(parts.back(), "is defined twice");
    }
    value.key = std::move(parts.back());
    scanner_.SkipInlineSpace();
    return true;
  }

  /// One value with all that it holds, without recursion.
  void ReadValue(std::uint32_t table, TomlNode value) {
    std::vector<std::uint32_t> open;
    ReadOne(table, std::move(value), open);
    while (!open.empty() && !failed()) {
      if (tables_[open.back()].sort == TomlSort::kArray) {
        ReadArrayItem(open);
      } else {
        ReadInlineEntry(open);
      }
    }
  }

  void ReadOne(std::uint32_t parent, TomlNode value, std::vector<std::uint32_t>& open) {
    if (tables_.size() > limits_.nodes || open.size() > limits_.depth) {
      builder_.FailDocument(ConfigErrorSort::kLimit, scanner_.at(), "too many values, or too deep");
      return;
    }
    value.begin = scanner_.at();
    const char c = scanner_.Peek();
    if (c == '[' || c == '{') {
      value.sort = c == '[' ? TomlSort::kArray : TomlSort::kInline;
      scanner_.Skip();
      open.push_back(tables_.Append(parent, std::move(value)));
      behind_comma_ = true;
      return;
    }
    const bool is_string = c == '"' || c == '\'';
    if (is_string ? !ReadTomlString(scanner_, value) : !ReadTomlWord(scanner_, value)) {
      Fail(is_string ? "a string without an end or with a wrong escape" : "not a value of TOML");
      return;
    }
    value.end = scanner_.at();
    tables_.Append(parent, std::move(value));
    behind_comma_ = false;
  }

  void Close(std::vector<std::uint32_t>& open) {
    tables_[open.back()].end = scanner_.at();
    open.pop_back();
    behind_comma_ = false;
  }

  void SkipSpaceAndComments() {
    scanner_.SkipAnySpace();
    while (scanner_.Peek() == '#') {
      TakeComment();
      scanner_.SkipAnySpace();
    }
  }

  void ReadArrayItem(std::vector<std::uint32_t>& open) {
    SkipSpaceAndComments();
    if (scanner_.Take(']')) return Close(open);
    if (!behind_comma_) {
      if (!scanner_.Take(',')) {
        Fail("a comma or ']' is missing");
        return;
      }
      behind_comma_ = true;
      return;
    }
    ReadOne(open.back(), TomlNode(), open);
  }

  void ReadInlineEntry(std::vector<std::uint32_t>& open) {
    scanner_.SkipInlineSpace();
    const bool empty = tables_[open.back()].first_child == kNoNode;
    if ((empty || !behind_comma_) && scanner_.Take('}')) return Close(open);
    if (!behind_comma_) {
      if (!scanner_.Take(',')) {
        Fail("a comma or '}' is missing");
        return;
      }
      behind_comma_ = true;
      return;
    }
    std::uint32_t table = open.back();
    TomlNode value;
    if (ReadEntryKey(table, value)) ReadOne(table, std::move(value), open);
  }

  TextScanner scanner_;
  const ParseLimits& limits_;
  TreeBuilder builder_;
  TomlTables tables_;
  std::uint32_t table_ = 0;
  bool behind_comma_ = false;
};

}  // namespace

ConfigTree ParseToml(std::string_view text, const ParseLimits& limits) {
  if (text.size() > limits.bytes) return TooLarge(text, limits);
  return TomlReader(text, limits).Read();
}

}  // namespace gonogo
