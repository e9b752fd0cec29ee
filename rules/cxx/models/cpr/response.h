// Model of cpr: all of it is in cpr.h.
#pragma once
#include <cpr/cpr.h>
