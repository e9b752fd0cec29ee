// Dump: what one file comes to, printed for people and tests.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

/// Returns the program's exit code.
int Dump(const std::vector<std::string>& arguments);

}  // namespace gonogo
