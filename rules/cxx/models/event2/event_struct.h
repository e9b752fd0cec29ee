// C model of libevent: all of it is in event.h.
#pragma once
#include <event2/event.h>
