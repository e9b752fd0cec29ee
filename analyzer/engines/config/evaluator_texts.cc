// What an Evaluator reads out of nodes: texts of captures, the words of `$`, commands of scripts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/engines/config/development.h"
#include "analyzer/engines/config/evaluator.h"
#include "analyzer/engines/config/helper_entries.h"
#include "analyzer/engines/config/value_sense.h"
#include "analyzer/parse/shell_words.h"

namespace gonogo {
namespace {

/// More than this of a map is not written into a capture.
constexpr std::size_t kMostPairs = 64;

std::string_view FolderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

/// Folders that sort the objects of one application by their kinds.
bool IsNamedByKind(std::string_view folder) {
  constexpr std::array<std::string_view, 22> kKinds = {
      "autoscalers", "cronjobs", "daemonset", "daemonsets",     "deployment",  "deployments",
      "hpa",         "ingress",  "ingresses", "jobs",           "pdb",         "pods",
      "route",       "routes",   "service",   "services",       "statefulset", "statefulsets",
      "svc",         "workload", "workloads", "networkpolicies"};
  return std::ranges::find(kKinds, folder) != kKinds.end();
}

/// What is deployed together: a chart, whose templates lie in several folders, or else a folder,
/// with those below it that are named by kinds.
std::string_view ScopeOf(std::string_view path) {
  std::string_view folder = FolderOf(path);
  for (std::size_t at = folder.size(); at != folder.npos && at > 0;
       at = folder.rfind('/', at - 1)) {
    const std::string_view head = folder.substr(0, at);
    if (head.ends_with("/templates")) return head.substr(0, head.size() - 10);
    if (head == "templates") return "";
  }
  return IsNamedByKind(folder.substr(folder.rfind('/') + 1)) ? FolderOf(folder) : folder;
}

std::string Joined(const std::vector<ShellWord>& words) {
  std::string text;
  for (const ShellWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

bool IsShell(std::string_view program) {
  const std::string_view name = program.substr(program.rfind('/') + 1);
  return name == "sh" || name == "bash" || name == "ash" || name == "dash" || name == "zsh";
}

/// ",a,b,"
std::string SortedList(std::vector<std::string> texts) {
  std::ranges::sort(texts);
  std::string list = ",";
  for (const std::string& text : texts) list += text + ",";
  return list;
}

void AddScript(std::string_view script, std::vector<std::string>& commands) {
  for (const ShellCommand& command : SplitShell(script).commands)
    commands.push_back(Joined(command.words));
}

/// `{{ template "x" . }}` writes what `{{ include "x" . }}` does.
std::string WithInclude(std::string_view text) {
  constexpr std::string_view kTemplate = "{{ template ", kInclude = "{{ include ";
  std::string told(text);
  for (std::size_t at = told.find(kTemplate); at != told.npos; at = told.find(kTemplate, at))
    told.replace(at, kTemplate.size(), kInclude);
  return told;
}

/// "image.tag": the keys above the node and its own. Items of lists have none.
std::string NamesTo(const ConfigTree& tree, NodeIndex node) {
  std::string names;
  for (; node != kNoNode; node = tree.node(node).parent) {
    const NodeIndex key = tree.KeyOf(node);
    if (key != kNoNode)
      names = fmt::format("{}{}{}", tree.Text(key), names.empty() ? "" : ".", names);
  }
  return names;
}

}  // namespace

std::string Evaluator::WordText(ConfigWord word, const ConfigPlace& place) const {
  switch (word) {
    case ConfigWord::kKey: {
      const NodeIndex key = walk_.tree().KeyOf(place.node);
      return key == kNoNode ? "" : std::string(walk_.tree().Text(key));
    }
    case ConfigWord::kPath:
      return NamesTo(walk_.tree(), place.node);
    case ConfigWord::kFile:
      return file_.path;
    case ConfigWord::kFolder:
      return std::string(FolderOf(file_.path));
    case ConfigWord::kScope:
      return std::string(ScopeOf(file_.path));
    case ConfigWord::kKind:
      if (place.part->shape == ConfigShape::kCompose)
        return IsForDevelopment(walk_.file(), file_.path) ? "development" : "deployment";
      return std::string(place.part->object_kind);
  }
  return "";
}

std::string Evaluator::PairsOf(NodeIndex map, bool with_values) const {
  const ConfigTree& tree = walk_.tree();
  std::vector<std::string> pairs = HelperEntries(tree, map);
  std::uint64_t budget = kMostPairs;
  const NodeKind kind = tree.node(tree.Resolve(map)).kind;
  if (kind == NodeKind::kMap) {
    for (const FoundEntry& entry : EntriesOf(tree, map, budget)) {
      const NodeIndex value = tree.Resolve(entry.value);
      std::string pair(tree.Text(entry.key));
      if (with_values) {
        // What one template action makes is the same wherever it stands in a chart.
        const NodeKind sort = tree.node(value).kind;
        if (sort != NodeKind::kScalar && sort != NodeKind::kOpaque) continue;
        pair += '=';
        pair += WithInclude(tree.Text(value));
      }
      pairs.push_back(std::move(pair));
    }
  }
  return SortedList(std::move(pairs));
}

/// Of values that are no maps, what they say.
std::string Evaluator::TextsOf(const PathAnswer& answer) const {
  const ConfigTree& tree = walk_.tree();
  std::vector<std::string> texts;
  if (answer.unknown) texts.emplace_back("?");
  for (const NodeIndex node : answer.found) {
    if (texts.size() > kMostPairs) break;
    const bool opaque = tree.node(tree.Resolve(node)).kind == NodeKind::kOpaque;
    texts.push_back(opaque ? "?" : std::string(tree.Text(tree.Resolve(node))));
  }
  return SortedList(std::move(texts));
}

std::optional<std::string> Evaluator::CaptureText(const ConfigCapture& capture) const {
  const auto assumed = [&]() -> std::optional<std::string> {
    if (!capture.assumes) return std::nullopt;
    return std::string(capture.assumed);
  };
  if (capture.path.from == ConfigFrom::kWord) {
    std::string text = WordText(capture.path.word, start_);
    return text.empty() && capture.assumes ? assumed() : std::optional(std::move(text));
  }
  const PathAnswer answer = Follow(capture.path, start_);
  const ConfigTree& tree = walk_.tree();
  const bool there = !answer.found.empty() && !walk_.IsNothing(answer.found.front());
  if (capture.sort == ConfigCaptureSort::kState) {
    if (there) {
      const bool opaque = tree.node(tree.Resolve(answer.found.front())).kind == NodeKind::kOpaque;
      return opaque && !walk_.file().traits.opaque_is_there ? "unknown" : "present";
    }
    return answer.unknown ? "unknown" : "missing";
  }
  if (capture.sort == ConfigCaptureSort::kCount)
    return answer.unknown ? "unknown" : std::to_string(answer.found.size());
  const bool lists =
      capture.sort == ConfigCaptureSort::kPairs || capture.sort == ConfigCaptureSort::kKeys;
  if (!there && answer.unknown) return lists ? std::optional<std::string>(",?,") : std::nullopt;
  if (!there) return assumed();
  const NodeIndex node = tree.Resolve(answer.found.front());
  switch (capture.sort) {
    case ConfigCaptureSort::kPairs:
      return PairsOf(node, true);
    case ConfigCaptureSort::kKeys:
      if (tree.node(node).kind == NodeKind::kScalar) return TextsOf(answer);
      return PairsOf(node, false);
    case ConfigCaptureSort::kImageName:
      return std::string(ReadImage(tree.Text(node)).name);
    case ConfigCaptureSort::kImageTag:
      return std::string(ReadImage(tree.Text(node)).tag);
    default:
      return std::string(tree.Text(node));
  }
}

Tri Evaluator::Runs(const ConfigTerm& test, const Value& value) const {
  const ConfigTree& tree = walk_.tree();
  const NodeIndex node = tree.Resolve(value.node);
  std::vector<std::string> commands;
  Tri none = Tri::kNo;
  if (tree.node(node).kind == NodeKind::kScalar) {
    AddScript(tree.Text(node), commands);
  } else if (tree.node(node).kind == NodeKind::kList) {
    std::string command, program, last;
    for (const NodeIndex item : ItemsOf(tree, node)) {
      const NodeIndex word = tree.Resolve(item);
      if (tree.node(word).kind == NodeKind::kOpaque) none = Tri::kUnknown;
      if (tree.node(word).kind != NodeKind::kScalar) continue;
      last = tree.Text(word);
      if (program.empty()) program = last;
      command += (command.empty() ? "" : " ") + last;
    }
    if (IsShell(program) && last != program) {
      AddScript(last, commands);
    } else {
      commands.push_back(command);
    }
  }
  const bool runs = std::ranges::any_of(commands, [&](const std::string& command) {
    if (!regexes_.Matches(test.texts[0], command)) return false;
    return test.texts.size() < 2 || !regexes_.Matches(test.texts[1], command);
  });
  return runs ? Tri::kYes : none;
}

}  // namespace gonogo
