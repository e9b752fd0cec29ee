// Any bytes as a configuration, asked by all built-in rules; the first byte chooses the name. All
// places lie in the text, and the answer is the same twice.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/classify/classifier.h"
#include "analyzer/engines/config/config_engine.h"
#include "analyzer/rulebook/rule_book.h"

namespace {

constexpr const char* kPaths[] = {
    "deploy/app.yaml",
    "chart/templates/app.yaml",
    "compose.yaml",
    ".github/workflows/x.yml",
    "main.tf",
    "nginx.conf",
    "haproxy.cfg",
    "Dockerfile",
    "alerts.yaml",
    "alertmanager.yml",
    "app.service",
    "redis.conf",
    "application.properties",
    "pg_hba.conf",
    "postgresql.conf",
    "envoy.json",
};

const gonogo::RuleBook& Book() {
  static const gonogo::RuleBook book;
  return book;
}

const gonogo::Engine& TheEngine() {
  static const auto engine = gonogo::MakeConfigEngine(Book().rules());
  return *engine;
}

gonogo::EngineOutput Scan(const gonogo::SourceFile& file, std::string_view text) {
  gonogo::EngineOutput output;
  TheEngine().ScanFile({file, text}, 0, output);
  return output;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const gonogo::SourceFile file = gonogo::Classify(kPaths[data[0] % std::size(kPaths)], text);
  const gonogo::EngineOutput first = Scan(file, text);
  const gonogo::EngineOutput second = Scan(file, text);
  if (first.matches.size() != second.matches.size()) std::abort();
  for (std::size_t i = 0; i < first.matches.size(); ++i) {
    const gonogo::Match& match = first.matches[i];
    if (match.range != second.matches[i].range || match.rule != second.matches[i].rule)
      std::abort();
    if (match.range.begin > match.range.end || match.range.end > text.size()) std::abort();
    if (match.repair.range.end > text.size()) std::abort();
  }
  return 0;
}
