// Model of Eclipse Paho C++: all of it is in async_client.h.
#pragma once
#include <mqtt/async_client.h>
