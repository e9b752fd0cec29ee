// FakeSource: the random bits of generated fakes. The same name and number give the same bits on
// every machine, so examples, docs and tests agree.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "analyzer/engines/text/alphabets.h"

namespace gonogo {

class FakeSource {
 public:
  FakeSource(std::string_view name, std::uint64_t number);

  std::uint64_t Below(std::uint64_t limit) { return random_() % limit; }
  std::string Of(std::string_view alphabet, std::size_t count);
  std::string Bytes(std::size_t count);

 private:
  std::mt19937_64 random_;
};

}  // namespace gonogo
