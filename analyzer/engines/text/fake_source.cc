#include "analyzer/engines/text/fake_source.h"

#include "analyzer/engines/text/encodings.h"

namespace gonogo {

FakeSource::FakeSource(std::string_view name, std::uint64_t number)
    : random_((std::uint64_t{Crc32(name)} << 32) ^ (number * 0x9e3779b97f4a7c15u)) {}

std::string FakeSource::Of(std::string_view alphabet, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += alphabet[Below(alphabet.size())];
  return out;
}

std::string FakeSource::Bytes(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>(Below(256));
  return out;
}

}  // namespace gonogo
