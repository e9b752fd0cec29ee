// Model of Boost.DateTime: what timers take is in asio.hpp.
#pragma once
#include <boost/asio.hpp>
