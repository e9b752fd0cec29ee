// Model of prometheus-cpp: all of it is in registry.h.
#pragma once
#include <prometheus/registry.h>
