// The first line is the path, what follows the bytes of the file. Beyond crashes it looks for
// broken promises: decoding gives the same answer twice, and no NUL-free text turns binary by
// decoding.
#include <cstddef>
#include <cstdint>
#include <string>

#include "analyzer/base/check.h"
#include "analyzer/classify/classifier.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  const std::string path = input.substr(0, end);
  std::string bytes = end == std::string::npos ? std::string() : input.substr(end + 1);
  std::string spare;
  const bool is_text = gonogo::DecodeText(bytes, spare);
  CHECK(is_text || gonogo::DetectEncoding(bytes) == gonogo::Encoding::kBinary);
  const gonogo::SourceFile file = gonogo::Classify(path, bytes);
  const gonogo::SourceFile again = gonogo::Classify(path, bytes);
  CHECK(file.path == path);
  CHECK(file.kind == again.kind && file.role == again.role);
  CHECK(!gonogo::InfoOf(file.kind).name.empty() && !gonogo::NameOf(file.role).empty());
  return 0;
}
