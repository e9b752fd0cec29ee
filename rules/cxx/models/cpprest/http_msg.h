// Model of the C++ REST SDK: all of it is in http_client.h.
#pragma once
#include <cpprest/http_client.h>
