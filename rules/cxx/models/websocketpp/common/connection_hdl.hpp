// Model of WebSocket++: all of it is in client.hpp.
#pragma once
#include <websocketpp/client.hpp>
