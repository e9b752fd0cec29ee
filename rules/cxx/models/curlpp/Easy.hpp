// Model of curlpp: all of it is in cURLpp.hpp.
#pragma once
#include <curlpp/cURLpp.hpp>
