// CodeText: a C or C++ text without what is no code: comments and the insides of literals are
// blank, so that a word in them is not taken for a use.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

/// Of the same length; line ends stay where they are. What an #include names stays: it is named
/// after the class that it declares.
std::string CodeOnly(std::string_view text);

}  // namespace gonogo
