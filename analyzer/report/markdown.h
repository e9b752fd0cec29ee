// Markdown: the little that generated pages and SARIF need, so that foreign text stays text.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

/// Every character that Markdown would act on is escaped; line breaks become blanks.
std::string MarkdownText(std::string_view text);

/// A code span around one line, whatever backticks are in it.
std::string CodeSpan(std::string_view text);

/// A fenced block, its fence longer than any in the text. `language` may be empty.
std::string FencedBlock(std::string_view language, std::string_view text);

/// The text of a rule's example with each <<fake:NAME>> shown as <NAME>.
std::string WithPlaceholders(std::string_view example);

}  // namespace gonogo
