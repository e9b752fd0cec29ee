// Model of Drogon: all of it is in drogon.h.
#pragma once
#include <drogon/drogon.h>
