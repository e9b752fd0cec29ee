#include "analyzer/engines/config/helper_entries.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analyzer/parse/template_actions.h"

namespace gonogo {
namespace {

/// Where what belongs to the map ends: at the key behind it, or with the document.
std::uint32_t EndOf(const ConfigTree& tree, NodeIndex map) {
  const NodeIndex next = tree.node(map).next;
  std::uint32_t end = static_cast<std::uint32_t>(tree.text().size());
  if (next != kNoNode && next < tree.nodes().size()) end = tree.node(next).begin;
  for (const ConfigDocument& document : tree.documents()) {
    if (document.begin <= tree.node(map).begin && tree.node(map).begin < document.end)
      end = std::min(end, document.end);
  }
  return end;
}

/// `include "x" .` without what is done with its text; empty for any other action.
std::string CallOf(std::string_view code) {
  if (!code.starts_with("include ") && !code.starts_with("template ")) return "";
  code.remove_prefix(code.find(' ') + 1);
  std::string call = "?";
  for (const char c : code.substr(0, code.find('|'))) {
    // `$` is what `.` is outside of a loop, and a comma parts the entries of the list.
    if (c != ' ') call += c == '$' ? '.' : c == ',' ? ';' : c;
  }
  return call;
}

/// What `helm create` and the common library of Bitnami write into all labels.
void AddWhatItHolds(const std::string& call, std::vector<std::string>& entries) {
  struct Pair {
    std::string_view all, chosen;
  };
  constexpr std::array<Pair, 3> kPairs = {{{".labels\"", ".selectorLabels\""},
                                           {".labels\"", ".matchLabels\""},
                                           {".labels.standard\"", ".labels.matchLabels\""}}};
  for (const Pair& pair : kPairs) {
    const std::size_t at = call.find(pair.all);
    if (at == call.npos) continue;
    std::string chosen = call;
    entries.push_back(chosen.replace(at, pair.all.size(), pair.chosen));
  }
}

}  // namespace

std::vector<std::string> HelperEntries(const ConfigTree& tree, NodeIndex map) {
  const NodeIndex node = tree.Resolve(map);
  const bool opaque = tree.node(node).kind == NodeKind::kOpaque;
  if (!opaque && !MayHoldMore(tree, map)) return {};
  const NodeIndex key = tree.KeyOf(node);
  const std::uint32_t begin = key == kNoNode ? tree.node(node).begin : tree.node(key).end;
  const std::uint32_t end = EndOf(tree, node);
  std::vector<std::string> entries;
  const auto actions = tree.actions();
  const auto first = std::ranges::lower_bound(actions, begin, {}, &TemplateAction::begin);
  bool unknown = first == actions.end() || first->begin >= end;
  for (auto action = first; action != actions.end() && action->begin < end; ++action) {
    if (!action->own_line || action->sort == ActionSort::kSilent) continue;
    const bool sure = action->sort == ActionSort::kValue &&
                      (action->branch == kNoAction || actions[action->branch].begin < begin);
    const std::string call = sure ? CallOf(ActionCode(tree.text(), *action)) : "";
    if (call.empty()) {
      unknown = true;
      continue;
    }
    AddWhatItHolds(call, entries);
    entries.push_back(call);
  }
  if (unknown) entries.emplace_back("?");
  return entries;
}

}  // namespace gonogo
