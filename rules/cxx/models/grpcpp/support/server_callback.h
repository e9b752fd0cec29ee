// Model of gRPC: all of it is in grpcpp.h.
#pragma once
#include <grpcpp/grpcpp.h>
