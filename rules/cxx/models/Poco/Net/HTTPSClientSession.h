// Model of POCO: all of it is in HTTPClientSession.h.
#pragma once
#include <Poco/Net/HTTPClientSession.h>
