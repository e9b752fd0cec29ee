#include "analyzer/engines/cxx/flow/told_once.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace gonogo {
namespace {

/// By what objects belong together: where they were made, or what hands them out unseen.
using Origin = std::pair<EventId, std::string_view>;

bool IsWrong(const UsedObject& object) { return object.outcome > Outcome::kHuge; }

bool IsKnown(const Origin& source) {
  return source.first.event != kNoEvent || !source.second.empty();
}

Origin OriginOf(const CxxProgram& program, const UsedObject& object) {
  if (object.kind != ObjectKind::kMade || !object.making_unseen) return {object.origin, {}};
  const bool local = object.made.event >= kLocalOrigin;
  if (local) return {object.origin, {}};
  const CxxEvent& event = program.EventAt(object.made);
  if (event.kind != CxxEventKind::kCall || event.callee.empty()) return {object.origin, {}};
  return {EventId{}, event.callee};
}

struct Group {
  std::vector<std::size_t> wrong;
  std::vector<std::size_t> made;  // as callers see them
  std::size_t fine = 0;
};

/// The uses of all go to the first.
void Join(std::vector<UsedObject>& objects, const Group& group) {
  UsedObject& first = objects[group.wrong.front()];
  for (const std::size_t index : std::span(group.wrong).subspan(1)) {
    UsedObject& other = objects[index];
    first.outcome = std::max(first.outcome, other.outcome);
    first.only_some_callers = first.only_some_callers || other.only_some_callers;
    std::ranges::move(other.uses, std::back_inserter(first.uses));
    other.uses.clear();
  }
  if (group.fine > 0) {
    first.outcome = Outcome::kPossible;
    first.only_some_callers = true;
  }
}

/// A call that hands out what was made hands out, on another path, a variable that nothing was
/// stored in: that is no object beside it.
void DropUnset(std::vector<UsedObject>& objects) {
  std::set<EventId> holders;
  for (const UsedObject& object : objects) {
    if (object.kind == ObjectKind::kMade && !object.making_unseen) holders.insert(object.holder);
  }
  std::erase_if(objects, [&](const UsedObject& object) {
    return object.kind == ObjectKind::kMade && object.making_unseen &&
           object.origin.event >= kLocalOrigin && holders.contains(object.holder);
  });
}

}  // namespace

std::vector<UsedObject> ToldOnce(const CxxProgram& program, std::vector<UsedObject> objects) {
  DropUnset(objects);
  std::map<Origin, Group> groups;
  for (std::size_t index = 0; index < objects.size(); ++index) {
    const UsedObject& object = objects[index];
    const Origin source = OriginOf(program, object);
    if (!IsKnown(source)) continue;
    Group& group = groups[source];
    if (IsWrong(object)) {
      group.wrong.push_back(index);
    } else {
      ++group.fine;
    }
    if (object.kind == ObjectKind::kMade) group.made.push_back(index);
  }
  for (const auto& [source, group] : groups) {
    const bool joined = group.wrong.size() > 1;
    if (joined) Join(objects, group);
    if (group.made.empty() || !source.second.empty()) continue;
    if (group.made.size() > 1 && !joined && group.fine > 0) continue;
    UsedObject& told = objects[joined ? group.wrong.front() : group.made.front()];
    if (told.kind == ObjectKind::kMade) told.made = told.origin;
  }
  std::erase_if(objects, [](const UsedObject& object) { return object.uses.empty(); });
  return objects;
}

}  // namespace gonogo
