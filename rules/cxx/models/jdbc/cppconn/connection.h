// Model of MySQL Connector/C++ under another folder.
#pragma once
#include <cppconn/driver.h>
