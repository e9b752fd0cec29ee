// Model of redis-plus-plus: all of it is in redis++.h.
#pragma once
#include <sw/redis++/redis++.h>
