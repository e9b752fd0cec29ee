// C model of hiredis with libevent. Declarations only.
#pragma once

#include <hiredis/async.h>

struct event_base;
static inline int redisLibeventAttach(redisAsyncContext* c, struct event_base* base) {
  (void)c;
  (void)base;
  return 0;
}
