// C model of libevent under another name.
#pragma once
#include <event2/event.h>
