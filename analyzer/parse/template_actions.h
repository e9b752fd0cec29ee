// Template actions: what a template engine replaces before a parser sees the file. They are found
// first and masked, byte for byte, so that all offsets stay what they are:
//
//   an action that has its lines for itself     line breaks: it is gone
//   a comment or an assignment beside text      blanks
//   any other                                   a word, which a plain or quoted scalar may hold
//
// Evaluating templates is not done here; a tree says where they stand and what they make unknown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

enum class TemplateDialect : std::uint8_t {
  kNone,      // every byte means itself: values.yaml, a workflow, an Ansible playbook
  kAuto,      // templates are tried where the text cannot be read as it is
  kGo,        // Helm and what else takes Go's text/template: {{ }}
  kJinja,     // {{ }} {% %} {# #}
  kErb,       // <% %>
  kEnvsubst,  // ${NAME}
};

/// What the path says: `templates/` beside a chart and `*.tpl` mean Go, `*.j2` Jinja, `*.erb` ERB;
/// kAuto for all else.
TemplateDialect DialectOfPath(std::string_view path);

/// The same where the text decides: what a folder `templates/` holds may be ERB or Jinja as well.
TemplateDialect DialectOf(std::string_view path, std::string_view text);

/// In order, without overlaps. What has no end is none.
std::vector<TemplateAction> FindActions(std::string_view text, TemplateDialect dialect);

/// A text of the same length without them.
std::string MaskActions(std::string_view text, const std::vector<TemplateAction>& actions);

/// The text between the braces of an action, without trim marks and blanks.
std::string_view ActionCode(std::string_view text, const TemplateAction& action);

/// Where `nindent N` or `indent N` at its end puts what the action makes; -1 where it says nothing.
int ActionIndent(std::string_view code);

}  // namespace gonogo
