// C model of OpenSSL: all of it is in crypto.h.
#pragma once
#include <openssl/crypto.h>
