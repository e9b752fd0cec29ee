// Model of Pistache: all of it is in http.h.
#pragma once
#include <pistache/http.h>
