// ExampleReader: `bad:`, `ok:`, `todo_bad:` and `todo_ok:` of a rule file -> examples. A line that
// ends in a comment `<- finding` must be found; the mark is cut out together with its comment
// leader and the blanks before it. Where no comment can stand, `find: [path:line]` says the same.
#pragma once

#include <span>
#include <string_view>

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/rule_storage.h"
#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

/// The path of an example that is a plain text: what a file of this kind is usually called. Empty
/// for a kind without such a name.
std::string_view UsualPath(FileKind kind);

struct ExampleReading {
  bool marked = false;          // bad examples must say what is to be found, ok ones must not
  std::string_view usual_path;  // of an example that is a plain text
};

/// The node may be null.
std::span<const Example> ReadExamples(const YamlNode* node, const ExampleReading& reading,
                                      RuleStorage& storage, MistakeList& mistakes);

}  // namespace gonogo
