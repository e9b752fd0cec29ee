// Model of MySQL Connector/C++: all of it is in cppconn/driver.h.
#pragma once
#include <cppconn/driver.h>
