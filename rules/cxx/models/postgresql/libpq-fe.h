// C model of libpq under another name.
#pragma once
#include <libpq-fe.h>
