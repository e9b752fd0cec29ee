// Model of Crow: all of it is in crow.h.
#pragma once
#include <crow.h>
