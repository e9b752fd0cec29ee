// C model of libbson: all of it is in bson.h.
#pragma once
#include <bson/bson.h>
