// CallPatterns: the one-line notation in which rules write calls, constructions and stores.
//
//   curl_easy_setopt($, CURLOPT_TIMEOUT | CURLOPT_TIMEOUT_MS, {bound}=bound)
//   cpr::Get(any(type(cpr::Timeout)), ...)
//   grpc::ChannelArguments::limit = none
//   *($, _, _, ...)
//
//   pattern  := ( NAME | "*" ) "(" [argument {"," argument}] [", ..."] ")"  |  FIELD "=" argument
//   argument := [ "{" capture "}" "=" ] [ "!" ] form  |  "{" capture "}"
//   form     := "$" | "_" | "bound" | "none" | "literal" | "fixed" | NAME {"|" NAME} | NUMBER
//             | "\"text\"" | "/regex/" | "any(" form ")"
//             | ( "type(" | "calls(" | "ends(" ) NAME {"|" NAME} ")"  |  "answers(" NUMBER ")"
//
// docs/call_patterns.md says what each form means.
//
// To add a form: an ArgumentSort in model/rule.h, its reading in call_pattern.cc, its meaning in
// engines/cxx/flow/, and a row in docs/call_patterns.md.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/rule_storage.h"

namespace gonogo {

/// What is wrong with a pattern, and the byte of it at which that shows.
struct PatternFault {
  std::size_t offset = 0;
  std::string message;  // lower case, no final full stop
};

/// The pattern, its texts kept in `storage`.
std::expected<CallPattern, PatternFault> ParseCallPattern(std::string_view text,
                                                          RuleStorage& storage);

/// True for names as patterns write them: identifiers joined by "::", without template arguments;
/// the last may be an operator.
bool IsQualifiedName(std::string_view text);

}  // namespace gonogo
