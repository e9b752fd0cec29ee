// Docker lines: a Dockerfile cut into instructions, before any of them is understood.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// The text of a heredoc, without the line that ends it.
struct DockerHeredoc {
  ConfigSpan text;
  bool unclosed = false;
};

struct DockerInstruction {
  ConfigSpan name;
  ConfigSpan rest;  // behind the name and blanks, with continued lines
  std::vector<DockerHeredoc> heredocs;
};

struct DockerLines {
  std::string masked;  // the text, with line continuations and comments between them as blanks
  std::vector<DockerInstruction> instructions;
  std::vector<ConfigSpan> comments;
  std::vector<ConfigSpan> directives;  // `# escape=`: comments too
};

DockerLines CutDockerfile(std::string_view text);

/// "run", "Run" and "RUN" are one.
std::string UpperCase(std::string_view name);

}  // namespace gonogo
