// Template lines: what lines of YAML mean when a template engine has been over them, where masking
// the actions alone would leave text that no parser takes.
//
//   {{ if .zone }}zone: "{{ .zone }}"{{ end }}     a line that is there or not: one action
//   zone: {{ if .zone }}                           a value on the lines below: one action
//     {{ .zone }}
//     {{ end }}
//   {{ if .more }}---{{ end }}                     a document begins
//   - {{ toYaml . | nindent 8 | trim }}            what the action writes is a map, and the
//     labelSelector: {}                            lines below go on with it
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// Lines that begin and end with the same block, and a block that is the value of a key, become one
/// action that puts what is not known.
void JoinBlocksOfLines(std::string_view text, std::vector<TemplateAction>& actions);

/// In the masked text, a key without a value where the lines below an action are a part of what
/// it writes, and the mark of a document where a block writes that.
void KeepLinesBelow(std::string_view text, const std::vector<TemplateAction>& actions,
                    std::string& masked);

}  // namespace gonogo
