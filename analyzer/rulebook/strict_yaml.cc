// yaml-cpp's tree (YAML::Load) keeps the last of duplicate keys silently, expands aliases and knows
// no place of keys, so the tree is built from its parser's events. The parser cannot go on after a
// syntax error: it would repeat the error or invent documents. So a text has at most one of those,
// while all other mistakes are found at once. Its recursion ends at 500 levels by itself; the tree
// ends at 64.
#include "analyzer/rulebook/strict_yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>
#include <utility>

namespace gonogo {
namespace {

constexpr std::size_t kLargestText = 1 << 20;
constexpr std::size_t kDeepest = 64;

Place PlaceOf(const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  return {static_cast<std::uint32_t>(mark.line) + 1, static_cast<std::uint32_t>(mark.column) + 1};
}

/// An open sequence or map, and the key that waits for its value.
struct OpenNode {
  YamlNode node;
  bool has_key = false;
  std::string key;
  Place key_place;
  std::unordered_set<std::string> keys;
};

class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(MistakeList& mistakes) : mistakes_(mistakes) {}

  YamlNode Take() && { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 2) mistakes_.Add(PlaceOf(mark), "a second document; a file holds one");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    RefuseAnchor(mark, anchor);
    Attach(Scalar(mark, YamlType::kNull));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    mistakes_.Add(PlaceOf(mark), "an alias (*name); write the value out");
    Attach(Scalar(mark, YamlType::kNull));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    RefuseAnchor(mark, anchor);
    RefuseTag(mark, tag);
    YamlNode node = Scalar(mark, YamlType::kScalar);
    node.plain = tag == "?";
    node.text = value;
    Attach(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    Open(mark, tag, anchor, YamlType::kSequence);
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    Open(mark, tag, anchor, YamlType::kMap);
  }
  void OnMapEnd() override { Close(); }

 private:
  static YamlNode Scalar(const YAML::Mark& mark, YamlType type) {
    YamlNode node;
    node.type = type;
    node.place = PlaceOf(mark);
    return node;
  }

  void RefuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) mistakes_.Add(PlaceOf(mark), "an anchor (&name); write each value out");
  }

  void RefuseTag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    mistakes_.Add(PlaceOf(mark), fmt::format("a tag ({}); values have no tags here", tag));
  }

  void Open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlType type) {
    RefuseAnchor(mark, anchor);
    RefuseTag(mark, tag);
    if (open_.size() >= kDeepest) {
      if (too_deep_++ == 0) {
        mistakes_.Add(PlaceOf(mark), fmt::format("nested deeper than {} levels", kDeepest));
      }
      return;
    }
    open_.push_back(
        {.node = Scalar(mark, type), .has_key = false, .key = {}, .key_place = {}, .keys = {}});
  }

  void Close() {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    Attach(std::move(node));
  }

  void Attach(YamlNode node) {
    if (too_deep_ > 0) return;
    if (open_.empty()) {
      if (documents_ == 1) root_ = std::move(node);
      return;
    }
    OpenNode& parent = open_.back();
    if (parent.node.type == YamlType::kSequence) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.has_key) {
      TakeKey(parent, std::move(node));
    } else {
      TakeValue(parent, std::move(node));
    }
  }

  void TakeKey(OpenNode& parent, YamlNode node) {
    if (node.type != YamlType::kScalar) mistakes_.Add(node.place, "a key must be a plain word");
    parent.has_key = true;
    parent.key = std::move(node.text);
    parent.key_place = node.place;
    if (!parent.keys.insert(parent.key).second) {
      mistakes_.Add(node.place, fmt::format("duplicate key \"{}\"", parent.key));
    }
  }

  /// yaml-cpp places an empty value at the next token, which may be lines below, so it gets its
  /// key's.
  void TakeValue(OpenNode& parent, YamlNode node) {
    if (node.type == YamlType::kNull) node.place = parent.key_place;
    parent.node.entries.push_back({std::move(parent.key), parent.key_place, std::move(node)});
    parent.has_key = false;
  }

  MistakeList& mistakes_;
  YamlNode root_;
  std::vector<OpenNode> open_;
  std::size_t too_deep_ = 0;
  int documents_ = 0;
};

/// The length of the UTF-8 sequence at the start of `text`; 0 where there is none.
std::size_t SequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
  const bool outside = (first == 0xED && byte(1) >= 0xA0) || (first == 0xF4 && byte(1) >= 0x90);
  return overlong || outside ? 0 : length;
}

bool IsForbiddenControl(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

/// True where every byte is part of a character that YAML may hold; else says where not.
bool CheckBytes(std::string_view text, MistakeList& mistakes) {
  Place place;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = SequenceLength(text.substr(i));
    if (length == 0) {
      mistakes.Add(place, "not valid UTF-8");
      return false;
    }
    if (IsForbiddenControl(text[i])) {
      mistakes.Add(place, fmt::format("control character 0x{:02x}", text[i]));
      return false;
    }
    place = text[i] == '\n' ? Place{place.line + 1, 1}
                            : Place{place.line, place.column + static_cast<std::uint32_t>(length)};
    i += length;
  }
  return true;
}

/// The first line down to `last` that is indented by a tab; 0 where there is none.
std::uint32_t TabIndentedLine(std::string_view text, std::uint32_t last) {
  std::uint32_t line = 1;
  for (std::size_t at = 0; line <= last && at < text.size(); ++line) {
    const std::size_t start = text.find_first_not_of(' ', at);
    const bool blank = start == std::string_view::npos;
    if (!blank && text[start] == '\t') return line;
    at = text.find('\n', at);
    if (at == std::string_view::npos) return 0;
    ++at;
  }
  return 0;
}

/// yaml-cpp words tabs in several unclear ways, so a tab at or before the error is taken as its
/// cause.
void AddSyntaxError(std::string_view text, const YAML::Exception& error, MistakeList& mistakes) {
  const Place place = PlaceOf(error.mark);
  if (const std::uint32_t line = TabIndentedLine(text, place.line + 1); line != 0) {
    mistakes.Add({line, 1}, "a tab in the indentation; YAML is indented by blanks");
    return;
  }
  mistakes.Add(place, fmt::format("not valid YAML: {}", error.msg));
}

}  // namespace

const YamlNode* YamlNode::Find(std::string_view key) const {
  for (const YamlEntry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

YamlNode ParseStrictYaml(std::string_view text, MistakeList& mistakes) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.size() > kLargestText) {
    mistakes.Add({}, fmt::format("larger than {} bytes", kLargestText));
    return {};
  }
  if (!CheckBytes(text, mistakes)) return {};
  TreeBuilder builder(mistakes);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    // A second document is read only to be refused, so there is never a third.
    if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& error) {
    AddSyntaxError(text, error, mistakes);
  } catch (const std::exception& error) {
    mistakes.Add({}, fmt::format("not valid YAML: {}", error.what()));
  }
  return std::move(builder).Take();
}

}  // namespace gonogo
