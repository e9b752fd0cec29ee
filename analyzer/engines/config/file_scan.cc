#include "analyzer/engines/config/file_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "analyzer/base/text_position.h"
#include "analyzer/engines/config/kubernetes.h"
#include "analyzer/engines/config/placing.h"
#include "analyzer/engines/config/template_key.h"

namespace gonogo {
namespace {

/// Steps of all paths of all rules over one file, besides those that its size allows.
constexpr std::uint64_t kLeastSteps = 1'000'000;
constexpr std::uint64_t kStepsOfNode = 50;
constexpr std::uint64_t kMostSteps = 10'000'000;
/// Findings of one rule in one file: who has more repairs the generator.
constexpr std::size_t kMostMatches = 5000;
/// Further places of one finding.
constexpr std::size_t kMostRelated = 20;
/// Bytes of a list that stand in a message.
constexpr std::size_t kMostShown = 200;

std::uint64_t StepsFor(const ConfigTree& tree) {
  return std::min(kLeastSteps + kStepsOfNode * tree.nodes().size(), kMostSteps);
}

/// The first of the names that a step allows, in each step.
std::string FirstNames(std::string_view path) {
  std::string names;
  bool other = false;
  for (const char c : path) {
    other = c == '|' || (other && c != '.' && c != '[');
    if (!other) names += c;
  }
  return names;
}

/// How a field is called in a message: its path without what says where it begins, with the name
/// under which it was found.
std::string FieldName(const ConfigTree& tree, const Witness& witness) {
  const std::size_t begin = witness.path.find_first_not_of("/^.");
  if (begin == witness.path.npos) return "";
  const std::string_view path = witness.path.substr(begin);
  if (!path.contains('|')) return std::string(path);
  const std::size_t last = path.rfind('.');
  const NodeIndex key = witness.node == kNoNode ? kNoNode : tree.KeyOf(witness.node);
  if (key == kNoNode || path.ends_with(']')) return FirstNames(path);
  const std::string head = last == path.npos ? "" : FirstNames(path.substr(0, last)) + ".";
  return head + std::string(tree.Text(key));
}

/// A scalar's text; of a list its items with blanks between; of a map nothing.
std::string ShownText(const ConfigTree& tree, NodeIndex node) {
  node = tree.Resolve(node);
  if (tree.node(node).kind == NodeKind::kMap) return "";
  if (tree.node(node).kind != NodeKind::kList) return std::string(tree.Text(node));
  std::string text;
  for (const NodeIndex item : ItemsOf(tree, node)) {
    if (text.size() > kMostShown) break;
    text += (text.empty() ? "" : " ") + std::string(tree.Text(tree.Resolve(item)));
  }
  return text;
}

}  // namespace

FileScan::FileScan(const EngineInput& input, const ConfigFile& file, const RuleIndex& index,
                   const RegexStore& regexes, EngineOutput& output)
    : input_(input),
      file_(file),
      index_(index),
      regexes_(regexes),
      output_(output),
      budget_(StepsFor(file.tree)),
      walk_(file, budget_),
      fits_(index, input.file) {}

void FileScan::Run() {
  for (const ConfigPart& part : file_.parts) ScanPart(part);
  ReportErrors();
  if (left_out_ > 0) {
    output_.notices.push_back(
        {"config-too-many-findings", Coverage::kPartlyRead, input_.file.path, 0,
         fmt::format("{} findings are left out; no rule tells more than {} in one file", left_out_,
                     kMostMatches)});
  }
  if (budget_ > 0) return;
  output_.notices.push_back({"config-too-large", Coverage::kPartlyRead, input_.file.path, 0,
                             "its rules took more steps than a configuration may; split it"});
}

void FileScan::ScanPart(const ConfigPart& part) {
  ConfigPlace place{.node = part.node, .part = &part};
  if (part.shape == ConfigShape::kKubernetes)
    place.fragment = IsFragment(file_.tree, part, input_.file.path);
  Ask(index_.OfShape(part.shape), place);
  if (part.shape != ConfigShape::kKubernetes) return;
  NoteAnnotation(part);
  for (const IndexedClause& row : index_.OfKind(part.object_kind)) {
    if (IsOfGroup(part, *row.target)) AskClause(row, place);
  }
  AskPods(part, place);
}

void FileScan::Ask(std::span<const IndexedClause> clauses, const ConfigPlace& start) {
  for (const IndexedClause& row : clauses) AskClause(row, start);
}

void FileScan::AskPods(const ConfigPart& part, ConfigPlace place) {
  if (index_.OfPods().empty()) return;
  place.node = PodOf(file_.tree, part);
  if (place.node == kNoNode) return;
  const bool keeps_running = KeepsPodsRunning(file_.tree, part);
  for (const IndexedClause& row : index_.OfPods()) {
    if (row.target->sort == ConfigTargetSort::kPod || keeps_running) AskClause(row, place);
  }
}

void FileScan::AskClause(const IndexedClause& row, const ConfigPlace& start) {
  if (!fits_(row)) return;
  if (row.clause->each.empty()) return AskPlace(row, start, start.node);
  for (const ConfigPath& path : row.clause->each) {
    for (const NodeIndex node : walk_.PlacesAt(path, start)) AskPlace(row, start, node);
  }
}

void FileScan::AskPlace(const IndexedClause& row, const ConfigPlace& start, NodeIndex node) {
  if (budget_ == 0) return;
  ConfigPlace place = start;
  place.node = file_.tree.Resolve(node);
  Evaluator evaluator(walk_, regexes_, input_.file, row.clause->captures);
  evaluator.BeginAt(place);
  if (evaluator.Holds(row.clause->when, place, nullptr) != Tri::kYes) return;
  Witnesses witnesses;
  if (evaluator.Holds(row.clause->find, place, &witnesses) != Tri::kYes) return;
  const ConfigTerm& unless = row.clause->unless;
  if (!unless.terms.empty() && evaluator.Holds(unless, place, nullptr) != Tri::kNo) return;
  if (witnesses.empty()) witnesses.push_back({.node = node});
  Report(row, evaluator, place, std::move(witnesses));
}

void FileScan::Report(const IndexedClause& row, const Evaluator& evaluator,
                      const ConfigPlace& place, Witnesses witnesses) {
  std::erase_if(witnesses, [&](const Witness& witness) { return IsOfOtherFile(witness); });
  if (witnesses.empty() || IsToldElsewhere(place, witnesses.front())) return;
  if (row.clause->has_at) {
    const PathAnswer answer = walk_.Follow(row.clause->at, place);
    const NodeIndex at = answer.found.empty() ? kNoNode : answer.found.front();
    const Witness said{.node = at, .belongs_in = answer.reached};
    if (!IsOfOtherFile(said)) witnesses.insert(witnesses.begin(), said);
  }
  const ByteRange range = RangeOf(file_.tree, witnesses.front());
  if (++matches_[row.rule] > kMostMatches) {
    ++left_out_;
    return;
  }
  Match match;
  match.rule = row.rule;
  match.grade = row.rule->grades.empty() ? nullptr : &row.rule->grades.front();
  match.range = range;
  match.template_key = place.part->shape == ConfigShape::kCompose
                           ? ServiceKeyOf(file_.tree, place.node, input_.file.path)
                           : TemplateKey(*place.part);
  AddCaptures(row, evaluator, witnesses, match);
  if (!row.clause->write.empty()) {
    if (auto repair = InsertionFor(file_.tree, witnesses.front(), row.clause->write))
      match.repair = std::move(*repair);
  }
  if (match.grade && !row.clause->has_at) AddRelated(witnesses, match);
  output_.matches.push_back(std::move(match));
}

/// What stands in a file that is read together with this one is told there.
bool FileScan::IsOfOtherFile(const Witness& witness) const {
  const bool joined = file_.tree.text().size() > input_.text.size();
  return joined && RangeOf(file_.tree, witness).begin >= input_.text.size();
}

/// What a service lacks in both is told at the file that the other is laid over; what all of them
/// lack, at the one that is production's alone.
bool FileScan::IsToldElsewhere(const ConfigPlace& place, const Witness& witness) const {
  if (place.node == place.part->node)
    return file_.compose_part == ComposePart::kBase && witness.node == kNoNode;
  if (file_.compose_part != ComposePart::kOverlay) return false;
  if (witness.node != kNoNode && witness.node != place.node) return false;
  const std::span<const Inheritance> bases = BasesOf(file_.inheritances, place.node);
  return std::ranges::any_of(
      bases, [&](const Inheritance& from) { return from.base != kNoNode && from.of_partner; });
}

/// Of an object with findings it is worked out once.
std::uint64_t FileScan::TemplateKey(const ConfigPart& part) {
  if (keyed_ != &part) template_key_ = TemplateKeyOf(file_.tree, part);
  keyed_ = &part;
  return template_key_;
}

/// `gonogo.dev/ignore: "RULE, RULE until=DATE -- reason"`: an annotation survives rendering.
void FileScan::NoteAnnotation(const ConfigPart& part) {
  const auto metadata = FindEntry(file_.tree, part.node, "metadata");
  if (!metadata) return;
  const auto annotations = FindEntry(file_.tree, metadata->value, "annotations");
  if (!annotations) return;
  const auto ignore = FindEntry(file_.tree, annotations->value, "gonogo.dev/ignore");
  if (!ignore) return;
  const NodeIndex text = file_.tree.Resolve(ignore->value);
  const ConfigNode& object = file_.tree.node(part.node);
  output_.object_suppressions.push_back({.object = {object.begin, object.end},
                                         .place = RangeOfNode(file_.tree, text),
                                         .text = std::string(file_.tree.Text(text))});
}

void FileScan::AddCaptures(const IndexedClause& row, const Evaluator& evaluator,
                           const Witnesses& witnesses, Match& match) const {
  for (const ConfigCapture& capture : row.clause->captures) {
    if (auto text = evaluator.CaptureText(capture))
      match.captures.push_back({capture.name, std::move(*text)});
  }
  std::string fields;
  std::set<std::string> seen;
  std::string value;
  for (const Witness& witness : witnesses) {
    const std::string name = FieldName(file_.tree, witness);
    if (!name.empty() && seen.insert(name).second) fields += (fields.empty() ? "" : ", ") + name;
    if (value.empty() && witness.node != kNoNode) value = ShownText(file_.tree, witness.node);
  }
  match.captures.push_back({"field", std::move(fields)});
  match.captures.push_back({"value", std::move(value)});
}

void FileScan::AddRelated(const Witnesses& witnesses, Match& match) const {
  std::set<ByteRange> seen = {match.range};
  std::vector<std::pair<ByteRange, std::string>> places;
  for (const Witness& witness : witnesses) {
    const ByteRange range = RangeOf(file_.tree, witness);
    if (places.size() < kMostRelated && seen.insert(range).second)
      places.emplace_back(range, FieldName(file_.tree, witness));
  }
  if (places.empty()) return;
  const LineIndex lines(input_.text);
  for (const auto& [range, field] : places) {
    match.related.push_back({.path = input_.file.path,
                             .region = lines.Region(range.begin, range.end),
                             .message = field.empty() ? "here" : field});
  }
}

void FileScan::ReportErrors() {
  for (const IndexedClause& row : index_.OfErrors()) {
    if (fits_(row) && row.clause->errors == ConfigErrors::kDuplicateKeys) ReportDuplicateKeys(row);
  }
  TellErrors();
}

void FileScan::ReportDuplicateKeys(const IndexedClause& row) {
  const auto& parts = file_.parts;
  const auto about = [&](NodeIndex node) {
    const auto part = std::ranges::upper_bound(parts, node, {}, &ConfigPart::node);
    return part != parts.begin() && std::prev(part)->shape == row.target->shape;
  };
  const auto nodes = file_.tree.nodes();
  bool asked = false;  // the text, once, and only where a key is there twice
  for (NodeIndex node = 0; node < nodes.size(); ++node) {
    if (!nodes[node].Is(kIsDuplicate) || !about(node)) continue;
    // Branches of a template engine that is not known here.
    if (!asked && (input_.text.contains("{{<") || input_.text.contains("{%"))) return;
    asked = true;
    Match match;
    match.rule = row.rule;
    match.grade = row.rule->grades.empty() ? nullptr : &row.rule->grades.front();
    match.range = {nodes[node].begin, nodes[node].end};
    match.captures.push_back({"reason", std::string(file_.tree.Text(node))});
    output_.matches.push_back(std::move(match));
  }
}

}  // namespace gonogo
