// Model of Oat++: all of it is in ApiController.hpp.
#pragma once
#include <oatpp/web/server/api/ApiController.hpp>
