// CommandLine: a command as a shell reads it, and what of a compile command matters here. Nothing
// is run and nothing expanded: a `$(...)` or a backquote stays the text that it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

/// Words by blanks, with '...', "..." and backslashes taken off.
std::vector<std::string> SplitCommand(std::string_view command);

/// The value of an option that is written as "-oX" or "-o X"; empty where it is not there.
std::string OptionValue(const std::vector<std::string>& arguments, std::string_view option);

/// The include folders that a command names, as written: -I, -iquote, -isystem, -idirafter.
std::vector<std::string> IncludeFoldersOf(const std::vector<std::string>& arguments);

}  // namespace gonogo
