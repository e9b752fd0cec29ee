// Model of GLib: https://docs.gtk.org/glib-unix/. Declarations only.
#pragma once

#if __has_include(<glib.h>)
#include <glib.h>
#else
typedef int gint;
typedef unsigned guint;
typedef int gboolean;
typedef void* gpointer;
typedef gboolean (*GSourceFunc)(gpointer);
typedef void (*GDestroyNotify)(gpointer);
#endif

#ifdef __cplusplus
extern "C" {
#endif

guint g_unix_signal_add(gint number, GSourceFunc f, gpointer data);
guint g_unix_signal_add_full(gint priority, gint number, GSourceFunc f, gpointer data,
                             GDestroyNotify notify);

#ifdef __cplusplus
}
#endif
