// C model of libevent: all of it is in http.h.
#pragma once
#include <event2/http.h>
