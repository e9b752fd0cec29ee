// Bytes from a worker that was taken over by the code it parsed: whatever is accepted is whole, and
// comes through a second time unchanged.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/worker/frame.h"
#include "analyzer/worker/protocol.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto answer = gonogo::DecodeAnswer(bytes)) {
    const std::string once = gonogo::Encode(*answer);
    const auto again = gonogo::DecodeAnswer(once);
    if (!again || gonogo::Encode(*again) != once) std::abort();
  }
  if (const auto request = gonogo::DecodeRequest(bytes)) {
    const std::string once = gonogo::Encode(*request);
    const auto again = gonogo::DecodeRequest(once);
    if (!again || gonogo::Encode(*again) != once) std::abort();
  }
  if (const auto unit = gonogo::DecodeUnit(bytes)) {
    if (!gonogo::DecodeUnit(gonogo::EncodeUnit(*unit))) std::abort();
  }
  gonogo::FrameCutter cutter;
  cutter.Add(bytes);
  while (cutter.Next()) {
  }
  return 0;
}
