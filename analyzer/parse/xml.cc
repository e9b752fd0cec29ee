#include "analyzer/parse/xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/base/characters.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/tree_builder.h"

namespace gonogo {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kChunk = 1u << 20;  // expat counts in int

bool IsNameEnd(char c) { return IsAnySpace(c) || c == '=' || c == '>' || c == '/'; }

class XmlReader {
 public:
  XmlReader(std::string_view text, const ParseLimits& limits)
      : text_(text),
        builder_(text, limits, KeyPolicy::kRepeated),
        // What was UTF-16 is UTF-8 by now, whatever its declaration says.
        parser_(XML_ParserCreate(IsValidUtf8(text) ? "UTF-8" : nullptr), XML_ParserFree) {}

  ConfigTree Read() && {
    const bool has_mark = text_.starts_with(kByteOrderMark);
    base_ = has_mark ? kByteOrderMark.size() : 0;
    builder_.BeginDocument(0);
    builder_.Open(NodeKind::kMap, base_, NodeStyle::kBlock);
    if (parser_ == nullptr) {
      builder_.FailDocument(ConfigErrorSort::kLimit, 0, "out of memory");
    } else {
      SetHandlers();
      Feed();
    }
    builder_.EndDocument(static_cast<std::uint32_t>(text_.size()));
    return std::move(builder_).Finish();
  }

 private:
  /// Text of an element that is not yet in the tree.
  struct Pending {
    bool has_key = false;  // the element's key is added, its value is not
    std::uint32_t behind_name = 0;
    bool any = false;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
  };

  static XmlReader& Self(void* self) { return *static_cast<XmlReader*>(self); }

  void SetHandlers() {
    XML_Parser parser = parser_.get();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
          Self(self).Start(name, attributes);
        },
        [](void* self, const XML_Char*) { Self(self).End(); });
    XML_SetCharacterDataHandler(parser, [](void* self, const XML_Char* text, int length) {
      Self(self).TakeText({text, static_cast<std::size_t>(length)});
    });
    XML_SetCommentHandler(parser, [](void* self, const XML_Char*) { Self(self).TakeComment(); });
    XML_SetEntityDeclHandler(parser, [](void* self, const XML_Char*, int, const XML_Char*, int,
                                        const XML_Char*, const XML_Char*, const XML_Char*,
                                        const XML_Char*) { Self(self).RefuseEntities(); });
  }

  std::uint32_t Here() const {
    const XML_Index index = XML_GetCurrentByteIndex(parser_.get());
    return index < 0 ? base_ : base_ + static_cast<std::uint32_t>(index);
  }
  std::uint32_t Length() const {
    return static_cast<std::uint32_t>(std::max(0, XML_GetCurrentByteCount(parser_.get())));
  }

  void StopIfFailed() {
    if (builder_.failed()) XML_StopParser(parser_.get(), XML_FALSE);
  }

  void RefuseEntities() {
    builder_.FailDocument(ConfigErrorSort::kLimit, Here(),
                          "declares entities, which are not expanded");
    StopIfFailed();
  }

  void Feed() {
    std::string_view left = text_.substr(base_);
    do {
      const std::string_view chunk = left.substr(0, kChunk);
      left.remove_prefix(chunk.size());
      const XML_Status status = XML_Parse(parser_.get(), chunk.data(),
                                          static_cast<int>(chunk.size()), left.empty() ? 1 : 0);
      if (status == XML_STATUS_ERROR) return Fail();
    } while (!left.empty());
  }

  void Fail() {
    if (builder_.failed()) return;
    const XML_Error code = XML_GetErrorCode(parser_.get());
    const auto sort =
        code == XML_ERROR_NO_MEMORY || code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH
            ? ConfigErrorSort::kLimit
            : (code == XML_ERROR_INVALID_TOKEN && !IsValidUtf8(text_) ? ConfigErrorSort::kEncoding
                                                                      : ConfigErrorSort::kSyntax);
    builder_.FailDocument(sort, Here(), XML_ErrorString(code));
  }

  void TakeComment() { builder_.AddComment({Here(), Here() + Length()}); }

  void TakeText(std::string_view text) {
    const bool blank = std::ranges::all_of(text, IsAnySpace);
    if (!pending_.any && blank) return;
    if (!pending_.any) {
      pending_.any = true;
      pending_.begin = Here();
    }
    if (!blank) pending_.end = Here() + Length();
    pending_.text += text;
  }

  /// The text that waits, as a scalar.
  void AddText() {
    NewNode node;
    node.begin = pending_.begin;
    node.end = pending_.end;
    while (node.begin < node.end && IsAnySpace(text_[node.begin])) ++node.begin;
    while (node.end > node.begin && IsAnySpace(text_[node.end - 1])) --node.end;
    std::string_view text = pending_.text;
    while (!text.empty() && IsAnySpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && IsAnySpace(text.back())) text.remove_suffix(1);
    if (text_.substr(node.begin, node.end - node.begin) == text) {
      builder_.Add(node);
    } else {
      builder_.Add(node, text);
    }
  }

  void FlushText() {
    if (!pending_.any) return;
    NewNode key;
    key.begin = key.end = pending_.begin;
    builder_.Add(key, "#text");
    AddText();
    Forget();
  }

  void Forget() {
    pending_.any = false;
    pending_.text.clear();
  }

  /// The element whose key waits turns out to hold more than text.
  void OpenPending() {
    if (!pending_.has_key) return;
    builder_.Open(NodeKind::kMap, pending_.behind_name, NodeStyle::kBlock);
    pending_.has_key = false;
  }

  void Start(std::string_view name, const XML_Char** attributes) {
    OpenPending();
    FlushText();
    NewNode key;
    key.begin = Here() + 1;
    key.end = std::min<std::uint32_t>(key.begin + static_cast<std::uint32_t>(name.size()),
                                      static_cast<std::uint32_t>(text_.size()));
    builder_.Add(key);
    pending_.has_key = true;
    pending_.behind_name = key.end;
    if (attributes[0] != nullptr) AddAttributes(attributes, Here() + Length());
    StopIfFailed();
  }

  /// Their places are found in the tag, which expat has found to be right.
  void AddAttributes(const XML_Char** attributes, std::uint32_t tag_end) {
    TextScanner scanner(text_.substr(0, tag_end));
    scanner.MoveTo(pending_.behind_name);
    OpenPending();
    const int count = XML_GetSpecifiedAttributeCount(parser_.get());
    for (int i = 0; i + 1 < count && !builder_.failed(); i += 2) {
      scanner.SkipAnySpace();
      NewNode name;
      name.begin = scanner.at();
      scanner.SkipWhile([](char c) { return !IsNameEnd(c); });
      name.end = scanner.at();
      scanner.SkipWhile([](char c) { return c != '"' && c != '\''; });
      NewNode value;
      value.begin = scanner.at();
      const char quote = scanner.Peek();
      scanner.Skip();
      scanner.SkipWhile([&](char c) { return c != quote; });
      scanner.Skip();
      value.end = scanner.at();
      value.style = quote == '"' ? NodeStyle::kDoubleQuoted : NodeStyle::kSingleQuoted;
      builder_.Add(name, "@" + std::string(attributes[i]));
      AddAttributeValue(value, attributes[i + 1]);
    }
  }

  void AddAttributeValue(const NewNode& value, std::string_view text) {
    const std::uint32_t size = value.end - value.begin;
    if (size >= 2 && text_.substr(value.begin + 1, size - 2) == text) {
      builder_.Add(value);
    } else {
      builder_.Add(value, text);
    }
  }

  void End() {
    if (pending_.has_key) {
      pending_.has_key = false;
      if (pending_.any) {
        AddText();
      } else {
        builder_.AddAbsent(pending_.behind_name);
      }
      Forget();
    } else {
      FlushText();
      builder_.Close(Here());
    }
    StopIfFailed();
  }

  std::string_view text_;
  TreeBuilder builder_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  std::uint32_t base_ = 0;
  Pending pending_;
};

}  // namespace

ConfigTree ParseXml(std::string_view text, const ParseLimits& limits) {
  if (text.size() > limits.bytes) return TooLarge(text, limits);
  return XmlReader(text, limits).Read();
}

}  // namespace gonogo
