// C model of Mbed TLS: all of it is in ssl.h.
#pragma once
#include <mbedtls/ssl.h>
