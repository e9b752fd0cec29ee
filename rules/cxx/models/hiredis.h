// C model of hiredis, as its own folder is on the path.
#pragma once
#include <hiredis/hiredis.h>
