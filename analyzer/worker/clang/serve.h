// Serve: the worker's loop over requests, until its input ends.
#pragma once

namespace gonogo {

/// Reads requests from standard input and answers on standard output; nothing else is ever written
/// to either output. Returns the program's exit code.
int Serve();

}  // namespace gonogo
