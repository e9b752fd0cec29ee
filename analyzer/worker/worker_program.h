// WorkerProgram: where the worker is. It stands beside gonogo, or in ../libexec/gonogo, or is named
// by GONOGO_CXX. The command in GONOGO_CXX_BUILD, which the launcher sets, makes it when it is
// needed for the first time.
#pragma once

#include <string>

namespace gonogo {

/// The path of the worker; empty where there is none.
std::string FindWorker();
/// The same; where there is none, the command that makes it is run first.
std::string FindOrBuildWorker();

/// What tells this worker from any other build of it: by the hash that its linker wrote, else by
/// all its bytes. Empty where they cannot be read.
std::string WorkerIdentity(const std::string& path);

}  // namespace gonogo
