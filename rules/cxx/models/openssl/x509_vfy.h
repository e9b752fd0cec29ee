// C model of OpenSSL: all of it is in x509.h.
#pragma once
#include <openssl/x509.h>
