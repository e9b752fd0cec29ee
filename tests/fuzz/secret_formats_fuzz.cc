// Validators, the placeholder judge and the decoders over foreign bytes: they neither crash nor
// contradict themselves.
#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/base/check.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/secret_formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gonogo;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const SecretFormat& format : SecretFormats()) {
    if (format.validate == nullptr) continue;
    CHECK(format.validate(text).proof == format.validate(text).proof);
  }
  PlaceholderReason(text);
  CHECK(Entropy(text) >= 0 && Entropy(text) <= 8);
  FillFakes(text);
  CHECK(Base64Decode(Base64Encode(text)) == text);
  CHECK(Base32Decode(Base32Encode(text)) == text);
  CHECK(HexDecode(HexEncode(text)) == text);
  CHECK(PercentDecode(PercentEncode(text)) == text);
  return 0;
}
