// C model of libmemcached: all of it is in memcached.h.
#pragma once
#include <libmemcached/memcached.h>
