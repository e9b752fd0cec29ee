// .gonogo.yaml of a hostile tree, untrusted: it may only report mistakes, and what trust needs is
// gone.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "analyzer/cli/config_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  gonogo::ConfigReading reading = gonogo::ReadConfig(".gonogo.yaml", text);
  std::vector<gonogo::Notice> notices;
  gonogo::ApplyTrust(reading.config, false, notices);
  if (!reading.config.rules_dirs.empty()) std::abort();
  for (const gonogo::Narrowing& narrowing : gonogo::NarrowingsOf(reading.config, nullptr)) {
    if (narrowing.place.line == 0 || narrowing.text.empty()) std::abort();
  }
  return 0;
}
