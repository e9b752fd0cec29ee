// Model of bRPC: all of it is in channel.h.
#pragma once
#include <brpc/channel.h>
