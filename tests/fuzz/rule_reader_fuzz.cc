// The rule reader on any bytes, as a rule and as an item: it may only report mistakes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/rulebook/rule_reader.h"
#include "analyzer/rulebook/table_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const char* path : {"rules/a.yaml", "rules/checklist/a.yaml"}) {
    gonogo::RuleReader reader;
    reader.Read(path, text);
    const gonogo::RuleSet set = std::move(reader).Finish();
    for (const gonogo::Mistake& mistake : set.mistakes) {
      if (mistake.line == 0 || mistake.column == 0 || mistake.message.empty()) std::abort();
    }
    if (set.mistakes.empty()) gonogo::WriteTables(set.rules, set.checklist, {});
  }
  return 0;
}
