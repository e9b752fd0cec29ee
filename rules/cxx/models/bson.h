// C model of libbson under another name.
#pragma once
#include <bson/bson.h>
