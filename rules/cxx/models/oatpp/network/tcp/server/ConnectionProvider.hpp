// Model of Oat++: all of it is in Server.hpp.
#pragma once
#include <oatpp/network/Server.hpp>
