// Retired: configurations that are kept and no longer deployed, or only beside a service that is
// being developed, by the folder they lie in. What is wrong in them goes wrong nowhere. A secret in
// them is still one, so only this engine asks.
#pragma once

#include <string_view>

namespace gonogo {

/// Below `archive`, `_archive`, `attic`, `deprecated`, or a folder whose name ends so; `kafka-dev`,
/// `devenv`, `demo-setups`.
bool IsRetired(std::string_view path);

}  // namespace gonogo
