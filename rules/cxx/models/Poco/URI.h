// Model of POCO: all of it is in Net/HTTPClientSession.h.
#pragma once
#include <Poco/Net/HTTPClientSession.h>
