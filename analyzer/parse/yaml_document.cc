// libyaml's events have begin and end marks, but not of everything as a tree wants it: the begin of
// a node with a tag or an anchor is that of the property; the end of a block map or list is the
// begin of whatever follows; comments are dropped. Scalars have their own marks, so comments are
// what begins with '#' behind a blank in the gaps between them.
#include "analyzer/parse/yaml_document.h"

#include <yaml.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "analyzer/base/characters.h"
#include "analyzer/parse/char_offsets.h"
#include "analyzer/parse/template_marks.h"

namespace gonogo {
namespace {

constexpr std::uint32_t kMostDirectives = 64;  // libyaml compares each with all before it

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The bytes of the line break at `at`, 0 where there is none. YAML 1.1, which libyaml reads, also
/// has NEL, LS and PS (section 5.4).
std::uint32_t BreakLength(std::string_view text, std::uint32_t at) {
  const char c = text[at];
  if (c != '\xC2' && c != '\xE2') return c == '\r' || c == '\n' ? 1 : 0;
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\xC2\x85")) return 2;
  return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
}

/// Whether a break of several bytes ends at `end`.
bool EndsBreak(std::string_view text, std::uint32_t end) {
  return (end >= 2 && BreakLength(text, end - 2) == 2) ||
         (end >= 3 && BreakLength(text, end - 3) == 3);
}

std::uint32_t LineEnd(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && BreakLength(text, at) == 0) ++at;
  return at;
}

std::uint32_t SpaceEnd(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const bool is_blank = text[at] == ' ' || text[at] == '\t';
    const std::uint32_t length = is_blank ? 1 : BreakLength(text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

std::uint32_t WordEnd(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && text[at] != ' ' && text[at] != '\t' && BreakLength(text, at) == 0) ++at;
  return at;
}

std::string_view View(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

NodeStyle StyleOf(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return NodeStyle::kSingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return NodeStyle::kDoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return NodeStyle::kLiteral;
    case YAML_FOLDED_SCALAR_STYLE:
      return NodeStyle::kFolded;
    default:
      return NodeStyle::kPlain;
  }
}

bool IsBlockScalar(NodeStyle style) {
  return style == NodeStyle::kLiteral || style == NodeStyle::kFolded;
}

/// Where the invalid character begins that has a wrong byte at `at`.
std::size_t CharacterAround(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  for (std::size_t back = 1; back <= std::min<std::size_t>(at, 3); ++back) {
    const auto lead = static_cast<unsigned char>(text[at - back]);
    if (lead >= 0xC0) return CharacterAt(text, at - back).valid ? at : at - back;
    if (lead < 0x80) break;
  }
  return at;
}

/// Owns what libyaml allocates.
class Events {
 public:
  explicit Events(std::string_view text) {
    ready_ = yaml_parser_initialize(&parser_) != 0;
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~Events() {
    if (has_event_) yaml_event_delete(&event_);
    if (ready_) yaml_parser_delete(&parser_);
  }
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;

  bool Next() {
    if (has_event_) yaml_event_delete(&event_);
    has_event_ = ready_ && yaml_parser_parse(&parser_, &event_) != 0;
    return has_event_;
  }
  const yaml_event_t& event() const { return event_; }
  const yaml_parser_t& parser() const { return parser_; }
  bool ready() const { return ready_; }

 private:
  yaml_parser_t parser_;
  yaml_event_t event_;
  bool ready_ = false;
  bool has_event_ = false;
};

class DocumentReader {
 public:
  DocumentReader(const YamlSource& source, const YamlPiece& piece, TreeBuilder& builder)
      : source_(source),
        piece_(piece),
        text_(source.masked.substr(piece.begin, piece.end - piece.begin)),
        builder_(builder),
        offsets_(text_),
        events_(text_),
        actions_(source.actions, piece.begin) {}

  YamlSigns Read() {
    first_node_ = builder_.nodes().size();
    while (!builder_.failed() && events_.Next()) {
      if (events_.event().type == YAML_STREAM_END_EVENT) return signs_;
      Take(events_.event());
    }
    if (!builder_.failed()) Fail();
    return signs_;
  }

  /// Of a document that was read.
  void AddComments() {
    std::uint32_t at = piece_.begin;
    const std::vector<ConfigNode>& nodes = builder_.nodes();
    for (std::size_t i = first_node_; i < nodes.size(); ++i) {
      const ConfigNode& node = nodes[i];
      const bool is_leaf = node.kind != NodeKind::kMap && node.kind != NodeKind::kList;
      if (!is_leaf || node.style == NodeStyle::kAbsent) continue;
      AddCommentsBetween(at, node.begin);
      if (IsBlockScalar(node.style)) AddCommentsBetween(node.begin, HeaderEnd(node));
      at = node.end;
    }
    AddCommentsBetween(at, piece_.end);
  }

 private:
  std::uint32_t Byte(const yaml_mark_t& mark) const {
    return piece_.begin + offsets_.ByteOf(mark.index);
  }

  void Take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        return TakeScalar(event);
      case YAML_ALIAS_EVENT:
        return TakeAlias(event);
      case YAML_MAPPING_START_EVENT:
        return TakeStart(event, NodeKind::kMap,
                         event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
      case YAML_SEQUENCE_START_EVENT:
        return TakeStart(event, NodeKind::kList,
                         event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        return TakeEnd(event);
      default:
        return;
    }
  }

  /// Which properties a node has: what follows them is of its first key.
  struct Properties {
    bool anchor = false;
    bool tag = false;

    bool Any() const { return anchor || tag; }
  };

  /// Where the value begins that has such properties from `begin` on.
  std::uint32_t BehindProperties(std::uint32_t begin, std::uint32_t end, Properties left,
                                 ConfigSpan& properties) const {
    const std::string_view text = source_.masked;
    std::uint32_t at = begin;
    properties = {begin, begin};
    while (at < end && ((text[at] == '&' && left.anchor) || (text[at] == '!' && left.tag))) {
      (text[at] == '&' ? left.anchor : left.tag) = false;
      properties.end = WordEnd(text, at, end);
      at = SpaceEnd(text, properties.end, end);
      while (at < end && text[at] == '#') at = SpaceEnd(text, LineEnd(text, at, end), end);
    }
    return at;
  }

  /// The tag or anchor as written: libyaml resolves tags, and frees both.
  std::string_view Written(ConfigSpan span, char mark) const {
    std::uint32_t at = span.begin;
    while (at < span.end) {
      const std::uint32_t begin = at;
      at = WordEnd(source_.text, at, span.end);
      if (source_.text[begin] == mark) return source_.text.substr(begin, at - begin);
      at = SpaceEnd(source_.text, at, span.end);
    }
    return {};
  }

  void SetProperties(ConfigSpan span) {
    std::string_view anchor = Written(span, '&');
    if (!anchor.empty()) anchor.remove_prefix(1);
    builder_.SetProperties(span, Written(span, '!'), anchor);
  }

  void TakeScalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    NewNode node;
    node.begin = Byte(event.start_mark);
    node.end = std::max(node.begin, Byte(event.end_mark));
    node.style = StyleOf(scalar.style);
    const Properties has{scalar.anchor != nullptr, scalar.tag != nullptr};
    const bool has_properties = has.Any();
    ConfigSpan properties;
    if (has_properties) node.begin = BehindProperties(node.begin, node.end, has, properties);
    if (IsBlockScalar(node.style)) TrimEnd(node);
    const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (value.empty() && node.style == NodeStyle::kPlain) {
      node.style = NodeStyle::kAbsent;
      node.end = node.begin = has_properties ? properties.end : node.begin;
    }
    if (!AddScalar(node, value)) return;
    if (has_properties) SetProperties(properties);
  }

  /// libyaml counts the blank lines behind a block scalar, and masked actions are such.
  void TrimEnd(NewNode& node) const {
    while (node.end > node.begin + 1 && IsSpace(source_.masked[node.end - 1])) --node.end;
  }

  bool AddScalar(NewNode& node, std::string_view value) {
    node.flags = actions_.FlagsAt(node.begin);
    if (actions_.Overlaps(node.begin, node.end)) {
      node.kind = NodeKind::kOpaque;
      return builder_.Add(node);
    }
    const bool is_key = builder_.expects_key();
    if (is_key && node.style == NodeStyle::kPlain && value == "<<") node.flags |= kIsMerge;
    const std::string_view raw = source_.text.substr(node.begin, node.end - node.begin);
    const bool is_quoted =
        node.style == NodeStyle::kSingleQuoted || node.style == NodeStyle::kDoubleQuoted;
    const bool is_raw = is_quoted ? raw.size() >= 2 && raw.substr(1, raw.size() - 2) == value
                                  : !IsBlockScalar(node.style) && raw == value;
    return is_raw ? builder_.Add(node) : builder_.Add(node, value);
  }

  void TakeAlias(const yaml_event_t& event) {
    const std::uint32_t begin = Byte(event.start_mark);
    const std::uint32_t end = Byte(event.end_mark);
    if (!builder_.AddAlias(begin, end, View(event.data.alias.anchor))) return;
    builder_.nodes().back().flags |= actions_.FlagsAt(begin);
  }

  void TakeStart(const yaml_event_t& event, NodeKind kind, bool is_flow) {
    std::uint32_t begin = Byte(event.start_mark);
    const bool is_map = kind == NodeKind::kMap;
    const auto& map = event.data.mapping_start;
    const auto& list = event.data.sequence_start;
    const Properties has{(is_map ? map.anchor : list.anchor) != nullptr,
                         (is_map ? map.tag : list.tag) != nullptr};
    const bool has_properties = has.Any();
    ConfigSpan properties;
    if (has_properties) {
      const std::uint32_t last = is_flow ? Byte(event.end_mark) : piece_.end;
      begin = BehindProperties(begin, last, has, properties);
    }
    if (is_flow && source_.masked.substr(begin).starts_with("{{")) signs_.double_brace = true;
    if (!builder_.Open(kind, begin, is_flow ? NodeStyle::kFlow : NodeStyle::kBlock)) return;
    builder_.nodes().back().flags |= actions_.FlagsAt(begin);
    if (has_properties) SetProperties(properties);
  }

  void TakeEnd(const yaml_event_t& event) {
    const bool is_flow = event.end_mark.index > event.start_mark.index;
    if (is_flow) {
      builder_.Close(Byte(event.end_mark));
    } else {
      builder_.CloseAtContent();
    }
  }

  void Fail() {
    if (!events_.ready()) {
      builder_.FailDocument(ConfigErrorSort::kLimit, piece_.begin, "out of memory");
      return;
    }
    const yaml_parser_t& parser = events_.parser();
    const std::string_view problem = parser.problem == nullptr ? "not YAML" : parser.problem;
    if (parser.error == YAML_READER_ERROR) {
      const std::size_t at = CharacterAround(text_, parser.problem_offset);
      builder_.FailDocument(ConfigErrorSort::kEncoding,
                            piece_.begin + static_cast<std::uint32_t>(at), std::string(problem));
      return;
    }
    const std::uint32_t at = std::min(Byte(parser.problem_mark), piece_.end);
    std::string message(problem);
    if (at < source_.masked.size() && source_.masked[at] == '\t') {
      message = "a tab stands where YAML allows blanks only";
    } else if (parser.context != nullptr) {
      message += ", " + std::string(parser.context);
    }
    const auto sort =
        source_.actions.empty() ? ConfigErrorSort::kSyntax : ConfigErrorSort::kTemplate;
    builder_.FailDocument(sort, at, std::move(message));
  }

  /// Of a literal or folded scalar: where its first line ends.
  std::uint32_t HeaderEnd(const ConfigNode& node) const {
    const std::size_t end = source_.masked.find('\n', node.begin);
    return static_cast<std::uint32_t>(std::min<std::size_t>(end, node.end));
  }

  void AddCommentsBetween(std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = source_.masked;
    while (begin < end) {
      const void* found = std::memchr(text.data() + begin, '#', end - begin);
      if (found == nullptr) return;
      const auto at = static_cast<std::uint32_t>(static_cast<const char*>(found) - text.data());
      begin = at + 1;
      if (at > 0 && !IsSpace(text[at - 1]) && !EndsBreak(text, at)) continue;
      begin = LineEnd(text, at, static_cast<std::uint32_t>(text.size()));
      builder_.AddComment({at, begin});
    }
  }

  const YamlSource& source_;
  const YamlPiece& piece_;
  std::string_view text_;
  TreeBuilder& builder_;
  CharOffsets offsets_;
  Events events_;
  ActionCursor actions_;
  YamlSigns signs_;
  std::size_t first_node_ = 0;
};

}  // namespace

YamlSigns ReadYamlDocument(const YamlSource& source, const YamlPiece& piece, TreeBuilder& builder) {
  builder.BeginDocument(piece.begin);
  YamlSigns signs;
  if (piece.directives > kMostDirectives) {
    builder.FailDocument(ConfigErrorSort::kLimit, piece.begin, "too many directives");
  } else if (!builder.failed()) {
    DocumentReader reader(source, piece, builder);
    signs = reader.Read();
    if (!builder.failed()) reader.AddComments();
  }
  builder.EndDocument(piece.end);
  return signs;
}

}  // namespace gonogo
