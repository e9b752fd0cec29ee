// A Dockerfile as a ConfigTree: a list of stages, each a map from instruction (in upper case) to
// what it says. Instructions are repeated keys. ARGs in front of the first FROM are a stage of
// their own, without FROM.
//
//   FROM                  {flags, image, as}
//   RUN CMD ENTRYPOINT    {flags, exec: [word] or shell: text, heredocs: [text]}
//   HEALTHCHECK           the same, or {none}
//   COPY ADD              {flags, sources: [word], destination, heredocs}
//   ENV LABEL ARG         {name: value}
//   ONBUILD               {instruction: ...}
//   EXPOSE VOLUME SHELL   [word]
//   any other             the rest of the line
//
// What an instruction does not have is left out. `flags` maps `--name=value` by name. Continued
// lines and comments between them are blanks in Text() of what spans them. An unknown instruction
// is an error that costs nothing but itself. Variables stay as they are.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

ConfigTree ParseDockerfile(std::string_view text, const ParseLimits& limits = {});

}  // namespace gonogo
