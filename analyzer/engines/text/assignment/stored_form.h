// StoredForm: what is kept instead of a secret, or may be seen by everybody: hashes, encrypted
// values, public keys, certificates, images.
#pragma once

#include <string_view>

namespace gonogo {

/// "a hash, or encrypted", "public by design"; empty where the value is neither.
std::string_view StoredFormReason(std::string_view value);

}  // namespace gonogo
