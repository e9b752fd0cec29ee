#include "analyzer/parse/dockerfile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/docker_lines.h"
#include "analyzer/parse/string_escapes.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/tree_builder.h"
#include "analyzer/parse/word_line.h"

namespace gonogo {
namespace {

constexpr int kMostOnbuild = 8;  // nested ONBUILD, which Docker refuses at two

enum class Form : std::uint8_t { kFrom, kCommand, kHealth, kCopy, kPairs, kTrigger, kWords, kText };

struct KnownInstruction {
  std::string_view name;
  Form form;
};

constexpr std::array<KnownInstruction, 18> kInstructions = {{
    {"FROM", Form::kFrom},
    {"RUN", Form::kCommand},
    {"CMD", Form::kCommand},
    {"ENTRYPOINT", Form::kCommand},
    {"COPY", Form::kCopy},
    {"ADD", Form::kCopy},
    {"ENV", Form::kPairs},
    {"LABEL", Form::kPairs},
    {"ARG", Form::kPairs},
    {"EXPOSE", Form::kWords},
    {"VOLUME", Form::kWords},
    {"SHELL", Form::kWords},
    {"USER", Form::kText},
    {"WORKDIR", Form::kText},
    {"STOPSIGNAL", Form::kText},
    {"MAINTAINER", Form::kText},
    {"ONBUILD", Form::kTrigger},
    {"HEALTHCHECK", Form::kHealth},
}};

std::optional<Form> FormOf(std::string_view name) {
  const auto found = std::ranges::find(kInstructions, name, &KnownInstruction::name);
  if (found == kInstructions.end()) return std::nullopt;
  return found->form;
}

/// `# syntax = devthefuture/dockerfile-x`: another front end, with instructions of its own.
bool IsOfOtherSyntax(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  if (!line.starts_with('#')) return false;
  line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
  if (!line.starts_with("syntax")) return false;
  line.remove_prefix(std::min(line.find_first_not_of(" \t=", 6), line.size()));
  return !line.starts_with("docker/dockerfile") && !line.contains("/docker/dockerfile");
}

class DockerReader {
 public:
  DockerReader(std::string_view text, const ParseLimits& limits)
      : text_(text),
        lines_(CutDockerfile(text)),
        builder_(text, limits, KeyPolicy::kRepeated),
        other_syntax_(IsOfOtherSyntax(text)) {}

  ConfigTree Read() && {
    builder_.BeginDocument(0);
    builder_.Open(NodeKind::kList, 0, NodeStyle::kBlock);
    for (const ConfigSpan& comment : lines_.comments) builder_.AddComment(comment);
    for (const DockerInstruction& instruction : lines_.instructions) {
      if (builder_.failed()) break;
      Take(instruction);
    }
    builder_.EndDocument(static_cast<std::uint32_t>(text_.size()));
    return std::move(builder_).Finish();
  }

 private:
  std::string_view Masked(ConfigSpan span) const {
    return std::string_view(lines_.masked).substr(span.begin, span.end - span.begin);
  }

  void Complain(std::uint32_t at, std::string message) {
    builder_.Note(ConfigErrorSort::kSyntax, at, std::move(message));
  }

  void Take(const DockerInstruction& instruction) {
    const std::string name = UpperCase(Masked(instruction.name));
    if (!FormOf(name) && !other_syntax_) {
      return Complain(instruction.name.begin,
                      fmt::format("unknown instruction \"{}\"", name.substr(0, 40)));
    }
    const bool in_stage = builder_.depth() > 1;
    if (name == "FROM" || !in_stage) {
      if (in_stage) builder_.CloseAtContent();
      if (name != "FROM" && name != "ARG" && !other_syntax_) {
        Complain(instruction.name.begin, "an instruction in front of the first FROM");
      }
      builder_.Open(NodeKind::kMap, instruction.name.begin, NodeStyle::kBlock);
    }
    TakeNamed(name, instruction.name, instruction.rest, instruction, kMostOnbuild);
  }

  void TakeNamed(const std::string& name, ConfigSpan place, ConfigSpan rest,
                 const DockerInstruction& instruction, int onbuild) {
    NewNode key;
    key.begin = place.begin;
    key.end = place.end;
    if (Masked(place) == name) {
      builder_.Add(key);
    } else {
      builder_.Add(key, name);
    }
    if (rest.begin == rest.end) Complain(place.begin, fmt::format("{} says nothing", name));
    switch (FormOf(name).value_or(Form::kText)) {
      case Form::kFrom:
        return ReadFrom(rest);
      case Form::kCommand:
        return ReadCommand(rest, instruction);
      case Form::kHealth:
        return ReadHealth(rest, instruction);
      case Form::kCopy:
        return ReadCopy(rest, instruction);
      case Form::kPairs:
        return ReadPairs(rest, name == "ARG");
      case Form::kTrigger:
        return ReadTrigger(rest, instruction, onbuild);
      case Form::kWords:
        return ReadWords(rest);
      case Form::kText:
        return AddText(rest);
    }
  }

  WordLine Words(ConfigSpan span) const {
    WordSyntax syntax;
    syntax.backslash = true;
    syntax.inline_comments = false;
    return SplitWords(lines_.masked, span.begin, span.end, syntax);
  }

  /// The text from the source, with continued lines as blanks.
  void AddText(ConfigSpan span) {
    if (span.begin == span.end) {
      builder_.AddAbsent(span.begin);
      return;
    }
    NewNode node;
    node.begin = span.begin;
    node.end = span.end;
    const std::string_view masked = Masked(span);
    if (masked == text_.substr(span.begin, masked.size())) {
      builder_.Add(node);
    } else {
      builder_.Add(node, masked);
    }
  }

  void Named(std::string_view name, std::uint32_t at) { AddNamedKey(name, at, builder_); }

  /// Adds `flags` where the span begins with some, and takes them off it.
  void TakeFlags(ConfigSpan& span) {
    bool any = false;
    while (Masked(span).starts_with("--")) {
      std::uint32_t end = span.begin;
      while (end < span.end && !IsAnySpace(lines_.masked[end])) ++end;
      if (!any) {
        Named("flags", span.begin);
        builder_.Open(NodeKind::kMap, span.begin, NodeStyle::kWords);
      }
      any = true;
      AddFlag({span.begin, end});
      while (end < span.end && IsAnySpace(lines_.masked[end])) ++end;
      span.begin = end;
    }
    if (any) builder_.CloseAtContent();
  }

  void AddFlag(ConfigSpan span) {
    const std::string_view word = Masked(span);
    const std::size_t sign = std::min(word.find('='), word.size());
    NewNode node;
    node.begin = span.begin + 2;
    node.end = std::max(node.begin, span.begin + static_cast<std::uint32_t>(sign));
    builder_.Add(node);
    if (sign == word.size()) {
      builder_.AddAbsent(span.end);
      return;
    }
    node.begin = node.end + 1;
    node.end = span.end;
    builder_.Add(node);
  }

  void ReadFrom(ConfigSpan rest) {
    builder_.Open(NodeKind::kMap, rest.begin, NodeStyle::kWords);
    TakeFlags(rest);
    const WordLine line = Words(rest);
    if (!line.words.empty()) {
      Named("image", line.words[0].begin);
      AddWord(line.words[0], builder_);
    }
    if (line.words.size() >= 3 && LowerCase(line.words[1].text) == "as") {
      Named("as", line.words[2].begin);
      AddWord(line.words[2], builder_);
    } else if (line.words.size() > 1) {
      Complain(line.words[1].begin, "FROM takes an image and \"AS name\"");
    }
    builder_.CloseAtContent();
  }

  void ReadCommand(ConfigSpan rest, const DockerInstruction& instruction) {
    builder_.Open(NodeKind::kMap, rest.begin, NodeStyle::kWords);
    TakeFlags(rest);
    AddCommand(rest);
    AddHeredocs(instruction);
    builder_.CloseAtContent();
  }

  void AddCommand(ConfigSpan rest) {
    std::vector<LineWord> words;
    if (ReadExec(rest, words)) {
      Named("exec", rest.begin);
      AddList(rest.begin, words, 0, words.size(), NodeStyle::kFlow);
    } else if (rest.begin < rest.end) {
      Named("shell", rest.begin);
      AddText(rest);
    }
  }

  void AddList(std::uint32_t begin, const std::vector<LineWord>& words, std::size_t first,
               std::size_t last, NodeStyle style) {
    builder_.Open(NodeKind::kList, begin, style);
    for (std::size_t i = first; i < last; ++i) AddWord(words[i], builder_);
    builder_.CloseAtContent();
  }

  /// A list of strings as JSON writes it. What only looks like one is a shell command, as for
  /// Docker.
  bool ReadExec(ConfigSpan rest, std::vector<LineWord>& words) const {
    TextScanner scanner(std::string_view(lines_.masked).substr(0, rest.end));
    scanner.MoveTo(rest.begin);
    if (!scanner.Take('[')) return false;
    scanner.SkipAnySpace();
    bool more = scanner.Peek() != ']';
    while (more) {
      if (!ReadExecWord(scanner, words)) return false;
      scanner.SkipAnySpace();
      more = scanner.Take(',');
      scanner.SkipAnySpace();
    }
    if (!scanner.Take(']')) return false;
    scanner.SkipAnySpace();
    return scanner.AtEnd();
  }

  static bool ReadExecWord(TextScanner& scanner, std::vector<LineWord>& words) {
    LineWord word;
    word.begin = scanner.at();
    if (!scanner.Take('"')) return false;
    while (!scanner.AtEnd() && scanner.Peek() != '"') scanner.Skip(scanner.Peek() == '\\' ? 2 : 1);
    if (!scanner.Take('"')) return false;
    word.end = scanner.at();
    word.style = NodeStyle::kDoubleQuoted;
    const std::string_view raw = scanner.text().substr(word.begin + 1, word.end - word.begin - 2);
    word.decoded = raw.contains('\\');
    word.text = word.decoded ? Unescape(raw) : std::string(raw);
    words.push_back(std::move(word));
    return true;
  }

  void AddHeredocs(const DockerInstruction& instruction) {
    if (instruction.heredocs.empty()) return;
    const std::uint32_t begin = instruction.heredocs.front().text.begin;
    Named("heredocs", begin);
    builder_.Open(NodeKind::kList, begin, NodeStyle::kWords);
    for (const DockerHeredoc& heredoc : instruction.heredocs) {
      if (heredoc.unclosed) Complain(instruction.name.begin, "a heredoc without an end");
      NewNode node;
      node.begin = heredoc.text.begin;
      node.end = heredoc.text.end;
      node.style = NodeStyle::kHeredoc;
      builder_.Add(node);
    }
    builder_.CloseAtContent();
  }

  void ReadHealth(ConfigSpan rest, const DockerInstruction& instruction) {
    builder_.Open(NodeKind::kMap, rest.begin, NodeStyle::kWords);
    TakeFlags(rest);
    std::uint32_t end = rest.begin;
    while (end < rest.end && !IsAnySpace(lines_.masked[end])) ++end;
    const std::string word = UpperCase(Masked({rest.begin, end}));
    if (word == "NONE") {
      Named("none", rest.begin);
      AddText({rest.begin, end});
    } else if (word == "CMD") {
      while (end < rest.end && IsAnySpace(lines_.masked[end])) ++end;
      AddCommand({end, rest.end});
    } else {
      Complain(rest.begin, "HEALTHCHECK takes NONE or CMD");
    }
    AddHeredocs(instruction);
    builder_.CloseAtContent();
  }

  void ReadCopy(ConfigSpan rest, const DockerInstruction& instruction) {
    builder_.Open(NodeKind::kMap, rest.begin, NodeStyle::kWords);
    TakeFlags(rest);
    std::vector<LineWord> words;
    if (!ReadExec(rest, words)) words = Words(rest).words;
    if (words.size() < 2) {
      Complain(rest.begin, "a source and a destination are needed");
    } else {
      Named("sources", words[0].begin);
      AddList(words[0].begin, words, 0, words.size() - 1, NodeStyle::kWords);
      Named("destination", words.back().begin);
      AddWord(words.back(), builder_);
    }
    AddHeredocs(instruction);
    builder_.CloseAtContent();
  }

  void ReadWords(ConfigSpan rest) {
    std::vector<LineWord> words;
    const bool is_exec = ReadExec(rest, words);
    if (!is_exec) words = Words(rest).words;
    AddList(rest.begin, words, 0, words.size(), is_exec ? NodeStyle::kFlow : NodeStyle::kWords);
  }

  /// `name=value ...`; of ENV and LABEL also the old `name value`.
  void ReadPairs(ConfigSpan rest, bool is_arg) {
    builder_.Open(NodeKind::kMap, rest.begin, NodeStyle::kWords);
    const WordLine line = Words(rest);
    const bool old_form = !is_arg && !line.words.empty() && !Raw(line.words[0]).contains('=');
    if (old_form) {
      AddWord(line.words[0], builder_);
      const bool has_value = line.words.size() > 1;
      AddText({has_value ? line.words[1].begin : rest.end, rest.end});
    }
    for (std::size_t i = 0; !old_form && i < line.words.size(); ++i) AddPair(line.words[i]);
    builder_.CloseAtContent();
  }

  std::string_view Raw(const LineWord& word) const { return Masked({word.begin, word.end}); }

  void AddPair(const LineWord& word) {
    const std::string_view raw = Raw(word);
    const std::size_t sign = raw.find('=');
    if (sign == raw.npos || sign == 0) {
      AddWord(word, builder_);
      builder_.AddAbsent(word.end);
      return;
    }
    const std::uint32_t value = word.begin + static_cast<std::uint32_t>(sign) + 1;
    WordLine parts = Words({word.begin, value - 1});
    if (parts.words.size() == 1) {
      AddWord(parts.words[0], builder_);
    } else {
      AddText({word.begin, value - 1});
    }
    parts = Words({value, word.end});
    if (parts.words.size() == 1) {
      AddWord(parts.words[0], builder_);
    } else {
      AddText({value, word.end});
    }
  }

  void ReadTrigger(ConfigSpan rest, const DockerInstruction& instruction, int onbuild) {
    builder_.Open(NodeKind::kMap, rest.begin, NodeStyle::kWords);
    std::uint32_t end = rest.begin;
    while (end < rest.end && !IsAnySpace(lines_.masked[end])) ++end;
    const ConfigSpan place = {rest.begin, end};
    const std::string name = UpperCase(Masked(place));
    while (end < rest.end && IsAnySpace(lines_.masked[end])) ++end;
    if (onbuild > 0 && FormOf(name)) {
      TakeNamed(name, place, {end, rest.end}, instruction, onbuild - 1);
    } else if (place.begin < place.end) {
      Complain(rest.begin, "ONBUILD takes an instruction");
    }
    builder_.CloseAtContent();
  }

  std::string_view text_;
  DockerLines lines_;
  TreeBuilder builder_;
  bool other_syntax_;
};

}  // namespace

ConfigTree ParseDockerfile(std::string_view text, const ParseLimits& limits) {
  if (text.size() > limits.bytes) return TooLarge(text, limits);
  return DockerReader(text, limits).Read();
}

}  // namespace gonogo
