// Model of GLib: https://docs.gtk.org/glib-unix/. Declarations only.
#pragma once

#include <glib.h>

#ifdef __cplusplus
extern "C" {
#endif

guint g_unix_signal_add(gint number, GSourceFunc f, gpointer data);
guint g_unix_signal_add_full(gint priority, gint number, GSourceFunc f, gpointer data,
                             GDestroyNotify notify);

#ifdef __cplusplus
}
#endif
