// What the analysis tells of a mini program, as one line: "3 certain handle, 7 bounded other".
#pragma once

#include <string>
#include <string_view>

#include "analyzer/engines/cxx/flow/analysis.h"
#include "tests/engines/cxx/flow/mini_rule.h"

namespace gonogo {

std::string Told(std::string_view text, const Rule& rule);

/// The value of one capture in each outcome, joined by ", ".
std::string Captured(std::string_view text, const Rule& rule, std::string_view capture);

/// The flow of the first outcome, a line a step: "3 made by 'curl_easy_init'".
std::string FlowTold(std::string_view text, const Rule& rule);

/// Names and headers of open wrappers: "run api.h".
std::string OpenTold(std::string_view text, const Rule& rule);

/// Of limits that were met, a line each.
std::string NoticesTold(std::string_view text, const Rule& rule);

}  // namespace gonogo
