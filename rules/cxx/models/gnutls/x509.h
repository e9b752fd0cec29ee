// C model of GnuTLS: all of it is in gnutls.h.
#pragma once
#include <gnutls/gnutls.h>
