// C model of OpenSSL: all of it is in ssl.h.
#pragma once
#include <openssl/ssl.h>
