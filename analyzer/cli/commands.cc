#include "analyzer/cli/commands.h"

#include <array>

namespace gonogo {
namespace {

using Handler = Result<int> (*)(const Options&);

// In the order of Command.
constexpr std::array<Handler, 10> kHandlers = {
    RunCheck,   RunCheck,      RunRulesList,    RunRulesShow,    RunRulesTest,
    RunExplain, RunConfigShow, RunConfigVerify, RunConfigSchema, RunDocs,
};
static_assert(kHandlers.size() == static_cast<std::size_t>(Command::kDocs) + 1);

}  // namespace

Result<int> RunCommand(const Options& options) {
  return kHandlers[static_cast<std::size_t>(options.command)](options);
}

}  // namespace gonogo
