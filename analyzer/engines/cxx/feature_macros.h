// FeatureMacros: macros by which build files switch the encryption of a program on. Without a
// compile database nobody knows whether they are defined; what is guarded by them is what goes into
// production, so they count as defined.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace gonogo {

/// Adds those that one build file defines: `-DUSE_SSL`, `-DWITH_TLS=1`.
void ReadFeatureMacros(std::string_view text, std::set<std::string>& macros);

}  // namespace gonogo
