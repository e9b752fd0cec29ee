// Model of libcurl: all of it is in curl.h.
#pragma once
#include <curl/curl.h>
