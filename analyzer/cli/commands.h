// Commands: what each verb of the command line does. The int is the exit code.
#pragma once

#include "analyzer/base/result.h"
#include "analyzer/cli/options.h"

namespace gonogo {

Result<int> RunCommand(const Options& options);

Result<int> RunCheck(const Options& options);  // check and checklist
Result<int> RunRulesList(const Options& options);
Result<int> RunRulesShow(const Options& options);
Result<int> RunRulesTest(const Options& options);
Result<int> RunExplain(const Options& options);
Result<int> RunConfigShow(const Options& options);
Result<int> RunConfigVerify(const Options& options);
Result<int> RunConfigSchema(const Options& options);
Result<int> RunDocs(const Options& options);

}  // namespace gonogo
