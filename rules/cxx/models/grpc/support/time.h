// Model of gRPC: what C++ code needs of its core is in grpcpp.h.
#pragma once
#ifdef __cplusplus
#include <grpcpp/grpcpp.h>
#endif
