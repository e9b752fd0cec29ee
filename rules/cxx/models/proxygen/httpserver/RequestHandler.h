// Model of Proxygen: all of it is in HTTPServer.h.
#pragma once
#include <proxygen/httpserver/HTTPServer.h>
