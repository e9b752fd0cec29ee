// C model of libmodbus under another name.
#pragma once
#include <modbus.h>
