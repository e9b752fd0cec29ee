// Model of gRPC under its old name.
#pragma once
#include <grpcpp/grpcpp.h>
