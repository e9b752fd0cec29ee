// Model of Apache Thrift: all of it is in transport/TSocket.h.
#pragma once
#include <thrift/transport/TSocket.h>
