#include "analyzer/cli/terminal_options.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace gonogo {
namespace {

std::string_view Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool WantsColor(const Options& options) {
  if (options.color != ColorChoice::kAuto) return options.color == ColorChoice::kAlways;
  if (!Variable("NO_COLOR").empty()) return false;
  const std::string_view force = Variable("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return isatty(STDOUT_FILENO) != 0 && Variable("TERM") != "dumb";
}

}  // namespace

ReportOptions TerminalOptions(const Options& options) {
  ReportOptions report;
  report.color = WantsColor(options);
  report.links = report.color && isatty(STDOUT_FILENO) != 0;
  return report;
}

}  // namespace gonogo
