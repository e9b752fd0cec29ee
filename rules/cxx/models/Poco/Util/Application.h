// Model of POCO: all of it is in ServerApplication.h.
#pragma once
#include <Poco/Util/ServerApplication.h>
