// C model of the MongoDB C driver under another name.
#pragma once
#include <mongoc/mongoc.h>
