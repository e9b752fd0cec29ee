#include "analyzer/all_engines.h"

#include <utility>

#include "analyzer/cache/unit_cache.h"
#include "analyzer/engines/config/config_engine.h"
#include "analyzer/engines/cxx/code_literals.h"
#include "analyzer/engines/cxx/cxx_engine.h"
#include "analyzer/engines/text/text_engine.h"
#include "analyzer/worker/worker_program.h"

namespace gonogo {
namespace {

std::vector<const Rule*> Pointers(std::span<const Rule> rules) {
  std::vector<const Rule*> pointers;
  for (const Rule& rule : rules) pointers.push_back(&rule);
  return pointers;
}

CxxOptions CxxOptionsOf(const PipelineSettings& settings) {
  CxxOptions options;
  options.root = settings.root;
  options.compile_db = settings.compile_db;
  if (settings.cache) {
    options.cache_dir =
        settings.cache_dir.empty() ? DefaultCacheFolder(settings.root) : settings.cache_dir;
  }
  options.threads = settings.threads;
  options.whole_tree = settings.targets == std::vector<std::string>{""};
  options.explain_triage = settings.explain_triage;
  options.time_limit = TimeLimit(std::int64_t{1000} * settings.unit_seconds);
  options.find_worker = FindOrBuildWorker;
  return options;
}

}  // namespace

std::vector<std::unique_ptr<ProgramEngine>> MakeProgramEngines(std::span<const Rule* const> rules,
                                                               const FileSystem& tree,
                                                               const PipelineSettings& settings) {
  std::vector<std::unique_ptr<ProgramEngine>> engines;
  auto cxx = MakeCxxEngine(rules, tree, CxxOptionsOf(settings));
  if (cxx) engines.push_back(std::move(cxx));
  return engines;
}

Result<std::vector<std::unique_ptr<Engine>>> MakeEngines(const RuleBook& book, unsigned workers) {
  std::vector<std::unique_ptr<Engine>> engines;
  const BuiltInRules& built_in = EmbeddedRules();
  const std::vector<const Rule*> embedded = Pointers(built_in.rules);
  std::unique_ptr<Engine> text =
      TRY(MakeTextEngine(embedded, built_in.keyword_database, workers,
                         [embedded] { return CodeLiteralsOf(embedded); }));
  engines.push_back(std::move(text));
  // Rules that were read at run time get a database of their own: compiling the built-in keywords
  // again would cost every run that adds one rule half a second.
  const std::vector<const Rule*> added = book.added_rules();
  if (!added.empty()) {
    std::unique_ptr<Engine> text_of_user =
        TRY(MakeTextEngine(added, {}, workers, [added] { return CodeLiteralsOf(added); }));
    engines.push_back(std::move(text_of_user));
  }
  engines.push_back(MakeConfigEngine(book.rules()));
  return engines;
}

}  // namespace gonogo
