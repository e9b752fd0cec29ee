// C model of NATS under another name.
#pragma once
#include <nats.h>
