// Model of GLib: all of it is in glib.h.
#pragma once
#include <glib.h>
