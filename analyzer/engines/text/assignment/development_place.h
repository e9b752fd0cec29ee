// DevelopmentPlace: files that set up the machine of somebody who works on the program: a compose
// file for developers, the settings of the development environment. What they hold works, and opens
// what stands on that machine.
#pragma once

#include <string_view>

#include "analyzer/model/finding.h"

namespace gonogo {

/// A word of the file's name or of a folder says so: `compose.dev.yaml`, `config/dev.exs`.
bool IsDevelopmentPlace(std::string_view path);

/// `development:` or `test:` is the last section that begins in the lines before.
bool IsInSectionOfDevelopment(std::string_view before);

/// `if (devMode) {`, `if settings.DEBUG:` encloses the end of `before`, a part of a program.
bool IsInBranchOfDevelopment(std::string_view before, FileKind kind);

/// `docker run -e POSTGRES_PASSWORD=`: what somebody starts by hand on the own machine.
bool IsStartedByHand(std::string_view before);

/// A client in the export of a realm that sends people back to the own machine.
bool IsClientOfOwnRealm(std::string_view before, std::string_view after);

/// `password: "shop_test_pw"`, or a line beside it says that the host is the own machine.
bool IsOfDevelopment(const Match& match, std::string_view lines_around);

}  // namespace gonogo
