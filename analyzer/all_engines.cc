#include "analyzer/all_engines.h"

#include <utility>

#include "analyzer/engines/text/text_engine.h"

namespace gonogo {
namespace {

std::vector<const Rule*> Pointers(std::span<const Rule> rules) {
  std::vector<const Rule*> pointers;
  for (const Rule& rule : rules) pointers.push_back(&rule);
  return pointers;
}

}  // namespace

Result<std::vector<std::unique_ptr<Engine>>> MakeEngines(const RuleBook& book, unsigned workers) {
  std::vector<std::unique_ptr<Engine>> engines;
  const BuiltInRules& built_in = EmbeddedRules();
  const std::vector<const Rule*> embedded = Pointers(built_in.rules);
  std::unique_ptr<Engine> text = TRY(MakeTextEngine(embedded, built_in.keyword_database, workers));
  engines.push_back(std::move(text));
  // Rules that were read at run time get a database of their own: compiling the built-in keywords
  // again would cost every run that adds one rule half a second.
  const std::vector<const Rule*> added = book.added_rules();
  if (!added.empty()) {
    std::unique_ptr<Engine> text_of_user = TRY(MakeTextEngine(added, {}, workers));
    engines.push_back(std::move(text_of_user));
  }
  return engines;
}

}  // namespace gonogo
