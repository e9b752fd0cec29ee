// Addresses: what a text says by its beginning of how it is reached, and who chose that.
#pragma once

#include <string_view>

#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/model/rule.h"

namespace gonogo {

/// Whether a form asks how an address begins: `/^http:\/\/.../`. What is put behind may be unknown.
bool AsksForAddress(const ArgumentPattern& form);
bool AsksForAddress(const CallPattern& pattern);

/// "https://shop.net", or the scheme alone.
bool IsEncryptedAddress(std::string_view text);

/// Whether a test asks about encryption: `settings.use_tls`, `scheme == "https"`.
bool SpeaksOfEncryption(const CxxProgram& program, FunctionId function, const CxxValue& test);

}  // namespace gonogo
