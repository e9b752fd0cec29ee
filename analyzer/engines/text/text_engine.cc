#include "analyzer/engines/text/text_engine.h"

#include "analyzer/engines/text/literals.h"
#include "analyzer/engines/text/picker.h"

namespace gonogo {

Result<std::string> CompileKeywords(std::span<const Rule* const> rules) {
  if (!CpuHasPicker()) return Fail("the keyword database needs a CPU with SSE4.2 to be built");
  return SerialisePicker(LiteralsOf(rules));
}

}  // namespace gonogo
