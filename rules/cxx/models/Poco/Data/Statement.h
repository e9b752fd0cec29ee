// Model of POCO Data: all of it is in Session.h.
#pragma once
#include <Poco/Data/Session.h>
