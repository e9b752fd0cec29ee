// DirectorySigns: what the directories of a path say about the role of the file. A directory counts
// by its whole name, never by a part of it: "latest" is no test and "attestation" neither.
#pragma once

#include <string_view>

namespace gonogo {

struct DirectorySigns {
  bool vendored = false;
  bool generated = false;     // whatever lies there
  bool build_output = false;  // "dist": generated where it is JavaScript or CSS
  bool test = false;
  bool spec = false;  // "spec": tests where it is code, else a specification
  bool example = false;
  bool documentation = false;
  bool plain_names =
      false;  // below "src/main" or ".github": there a name with "test" makes no test
};

/// `directories` is the path up to its last '/', `lower_name` the file's name in lower case.
DirectorySigns ReadDirectories(std::string_view directories, std::string_view lower_name);

}  // namespace gonogo
