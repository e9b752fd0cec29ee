// QtTimers: whether a timer of Qt ends what a request waits for. Most timers of a class that also
// makes requests only say when the next one is due.
#pragma once

#include "analyzer/engines/cxx/flow/program.h"

namespace gonogo {

bool StartsQtTimer(const CxxEvent& event);
/// Whether the timer is one of the function's own: it bounds nothing of other functions.
bool IsOwnQtTimer(const CxxEvent& start);
/// Whether it aborts a reply or leaves an event loop, itself or when a timer runs out.
bool GivesUpInQt(const CxxEvent& event);

}  // namespace gonogo
