// Model of GLib's core: https://docs.gtk.org/glib/. Declarations only: types that the code of
// services is full of, and what makes texts, waits, and draws at random.
#pragma once

#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define G_BEGIN_DECLS extern "C" {
#define G_END_DECLS }
#else
#define G_BEGIN_DECLS
#define G_END_DECLS
#endif

typedef char gchar;
typedef unsigned char guchar;
typedef short gshort;
typedef unsigned short gushort;
typedef int gint;
typedef unsigned guint;
typedef long glong;
typedef unsigned long gulong;
typedef int gboolean;
typedef float gfloat;
typedef double gdouble;
typedef int8_t gint8;
typedef uint8_t guint8;
typedef int16_t gint16;
typedef uint16_t guint16;
typedef int32_t gint32;
typedef uint32_t guint32;
typedef int64_t gint64;
typedef uint64_t guint64;
typedef size_t gsize;
typedef ptrdiff_t gssize;
typedef int64_t goffset;
typedef void* gpointer;
typedef const void* gconstpointer;
typedef uint32_t GQuark;
typedef uint32_t gunichar;
typedef int GPid;
typedef gint64 GTimeSpan;

#ifndef TRUE
#define TRUE 1
#define FALSE 0
#endif
#ifndef MAX
#define MAX(a, b) (((a) > (b)) ? (a) : (b))
#define MIN(a, b) (((a) < (b)) ? (a) : (b))
#endif
#define CLAMP(x, low, high) (((x) > (high)) ? (high) : (((x) < (low)) ? (low) : (x)))
#define G_N_ELEMENTS(list) (sizeof(list) / sizeof((list)[0]))
#define G_USEC_PER_SEC 1000000
#define G_TIME_SPAN_SECOND 1000000
#define G_TIME_SPAN_MILLISECOND 1000
#define G_DIR_SEPARATOR '/'
#define G_DIR_SEPARATOR_S "/"
#define G_GINT64_FORMAT "li"
#define G_GUINT64_FORMAT "lu"
#define G_GSIZE_FORMAT "lu"
#define G_GNUC_UNUSED
#define G_GNUC_PRINTF(format, first)
#define G_LIKELY(test) (test)
#define G_UNLIKELY(test) (test)
#define G_STMT_START do
#define G_STMT_END while (0)
#define GINT_TO_POINTER(n) ((gpointer)(glong)(n))
#define GUINT_TO_POINTER(n) ((gpointer)(gulong)(n))
#define GPOINTER_TO_INT(p) ((gint)(glong)(p))
#define GPOINTER_TO_UINT(p) ((guint)(gulong)(p))
#define g_return_if_fail(test) \
  do {                         \
    if (!(test)) return;       \
  } while (0)
#define g_return_val_if_fail(test, value) \
  do {                                    \
    if (!(test)) return (value);          \
  } while (0)
#define g_assert(test) ((void)(test))
#define g_new(type, count) ((type*)g_malloc(sizeof(type) * (count)))
#define g_new0(type, count) ((type*)g_malloc0(sizeof(type) * (count)))
#define g_renew(type, memory, count) ((type*)g_realloc(memory, sizeof(type) * (count)))
#define g_list_next(list) ((list) ? (list)->next : NULL)
#define g_list_previous(list) ((list) ? (list)->prev : NULL)
#define g_slist_next(list) ((list) ? (list)->next : NULL)
#define g_ptr_array_index(array, i) ((array)->pdata[i])
#define g_array_index(array, type, i) (((type*)(void*)(array)->data)[i])
#define g_string_append_c(text, c) g_string_insert_c(text, -1, c)

typedef void (*GFunc)(gpointer, gpointer);
typedef void (*GDestroyNotify)(gpointer);
typedef gint (*GCompareFunc)(gconstpointer, gconstpointer);
typedef gint (*GCompareDataFunc)(gconstpointer, gconstpointer, gpointer);
typedef guint (*GHashFunc)(gconstpointer);
typedef gboolean (*GEqualFunc)(gconstpointer, gconstpointer);
typedef void (*GHFunc)(gpointer, gpointer, gpointer);
typedef gboolean (*GHRFunc)(gpointer, gpointer, gpointer);
typedef gboolean (*GTraverseFunc)(gpointer, gpointer, gpointer);
typedef gboolean (*GSourceFunc)(gpointer);
typedef gpointer (*GThreadFunc)(gpointer);
typedef void (*GCallback)(void);

typedef struct _GList {
  gpointer data;
  struct _GList *next, *prev;
} GList;
typedef struct _GSList {
  gpointer data;
  struct _GSList* next;
} GSList;
typedef struct {
  gchar* str;
  gsize len, allocated_len;
} GString;
typedef struct {
  gpointer* pdata;
  guint len;
} GPtrArray;
typedef struct {
  gchar* data;
  guint len;
} GArray;
typedef struct {
  guint8* data;
  guint len;
} GByteArray;
typedef struct {
  GQuark domain;
  gint code;
  gchar* message;
} GError;
typedef struct {
  gpointer inside[6];
} GHashTableIter;
typedef struct {
  gpointer inside[2];
} GMutex, GCond, GRecMutex, GRWLock, GPrivate;
typedef struct {
  GList *head, *tail;
  guint length;
} GQueue;
typedef struct _GHashTable GHashTable;
typedef struct _GTree GTree;
typedef struct _GNode GNode;
typedef struct _GKeyFile GKeyFile;
typedef struct _GDir GDir;
typedef struct _GThread GThread;
typedef struct _GThreadPool GThreadPool;
typedef struct _GAsyncQueue GAsyncQueue;
typedef struct _GMainLoop GMainLoop;
typedef struct _GMainContext GMainContext;
typedef struct _GSource GSource;
typedef struct _GIOChannel GIOChannel;
typedef struct _GRegex GRegex;
typedef struct _GDateTime GDateTime;
typedef struct _GBytes GBytes;
typedef struct _GRand GRand;
typedef struct _GTimer GTimer;

G_BEGIN_DECLS

gpointer g_malloc(gsize size);
gpointer g_malloc0(gsize size);
gpointer g_realloc(gpointer memory, gsize size);
void g_free(gpointer memory);
gchar* g_strdup(const gchar* text);
gchar* g_strndup(const gchar* text, gsize size);
gchar* g_strdup_printf(const gchar* format, ...);
gchar* g_strdup_vprintf(const gchar* format, va_list list);
gchar* g_strconcat(const gchar* first, ...);
gchar* g_strjoin(const gchar* between, ...);
gchar* g_strjoinv(const gchar* between, gchar** texts);
gchar** g_strsplit(const gchar* text, const gchar* by, gint most);
void g_strfreev(gchar** texts);
guint g_strv_length(gchar** texts);
gint g_snprintf(gchar* into, gulong size, const gchar* format, ...);
gint g_vsnprintf(gchar* into, gulong size, const gchar* format, va_list list);
gsize g_strlcpy(gchar* into, const gchar* from, gsize size);
gsize g_strlcat(gchar* into, const gchar* from, gsize size);
gint g_strcmp0(const char* one, const char* other);
gint g_ascii_strcasecmp(const gchar* one, const gchar* other);
gint64 g_ascii_strtoll(const gchar* text, gchar** end, guint base);
gchar* g_ascii_strdown(const gchar* text, gssize size);
gchar* g_strstrip(gchar* text);
gchar* g_strchomp(gchar* text);
gboolean g_str_has_prefix(const gchar* text, const gchar* prefix);
gboolean g_str_has_suffix(const gchar* text, const gchar* suffix);
gchar* g_markup_escape_text(const gchar* text, gssize size);
const gchar* g_getenv(const gchar* name);
const gchar* g_strerror(gint number);

GString* g_string_new(const gchar* text);
GString* g_string_sized_new(gsize size);
gchar* g_string_free(GString* text, gboolean all);
GString* g_string_append(GString* text, const gchar* more);
GString* g_string_append_len(GString* text, const gchar* more, gssize size);
GString* g_string_insert_c(GString* text, gssize at, gchar c);
GString* g_string_prepend(GString* text, const gchar* more);
GString* g_string_assign(GString* text, const gchar* other);
GString* g_string_truncate(GString* text, gsize size);
void g_string_printf(GString* text, const gchar* format, ...);
void g_string_append_printf(GString* text, const gchar* format, ...);

GList* g_list_append(GList* list, gpointer data);
GList* g_list_prepend(GList* list, gpointer data);
GList* g_list_first(GList* list);
GList* g_list_last(GList* list);
GList* g_list_reverse(GList* list);
GList* g_list_remove(GList* list, gconstpointer data);
guint g_list_length(GList* list);
gpointer g_list_nth_data(GList* list, guint n);
void g_list_free(GList* list);
void g_list_free_full(GList* list, GDestroyNotify destroy);
void g_list_foreach(GList* list, GFunc call, gpointer data);
GSList* g_slist_append(GSList* list, gpointer data);
GSList* g_slist_prepend(GSList* list, gpointer data);
void g_slist_free(GSList* list);
GPtrArray* g_ptr_array_new(void);
void g_ptr_array_add(GPtrArray* array, gpointer data);
gboolean g_ptr_array_remove(GPtrArray* array, gpointer data);
gboolean g_direct_equal(gconstpointer one, gconstpointer other);
guint g_direct_hash(gconstpointer key);
guint g_str_hash(gconstpointer key);
gboolean g_str_equal(gconstpointer one, gconstpointer other);
GHashTable* g_hash_table_new(GHashFunc hash, GEqualFunc equal);
GHashTable* g_hash_table_new_full(GHashFunc hash, GEqualFunc equal, GDestroyNotify key,
                                  GDestroyNotify value);
gboolean g_hash_table_insert(GHashTable* table, gpointer key, gpointer value);
gboolean g_hash_table_replace(GHashTable* table, gpointer key, gpointer value);
gboolean g_hash_table_remove(GHashTable* table, gconstpointer key);
gpointer g_hash_table_lookup(GHashTable* table, gconstpointer key);
guint g_hash_table_size(GHashTable* table);
void g_hash_table_destroy(GHashTable* table);
void g_hash_table_iter_init(GHashTableIter* at, GHashTable* table);
gboolean g_hash_table_iter_next(GHashTableIter* at, gpointer* key, gpointer* value);

void g_set_error(GError** error, GQuark domain, gint code, const gchar* format, ...);
void g_clear_error(GError** error);
void g_error_free(GError* error);
void g_warning(const gchar* format, ...);
void g_message(const gchar* format, ...);
void g_debug(const gchar* format, ...);
void g_critical(const gchar* format, ...);
void g_error(const gchar* format, ...);
void g_print(const gchar* format, ...);

void g_usleep(gulong microseconds);
gint64 g_get_monotonic_time(void);
gint64 g_get_real_time(void);
gint32 g_random_int_range(gint32 from, gint32 to);
guint32 g_random_int(void);
gdouble g_random_double(void);
void g_mutex_lock(GMutex* mutex);
void g_mutex_unlock(GMutex* mutex);
void g_cond_wait(GCond* condition, GMutex* mutex);
gboolean g_cond_wait_until(GCond* condition, GMutex* mutex, gint64 end);
void g_cond_signal(GCond* condition);
gpointer g_private_get(GPrivate* key);
void g_private_set(GPrivate* key, gpointer value);
GThread* g_thread_new(const gchar* name, GThreadFunc call, gpointer data);
gpointer g_thread_join(GThread* thread);
GMainLoop* g_main_loop_new(GMainContext* context, gboolean running);
void g_main_loop_run(GMainLoop* loop);
void g_main_loop_quit(GMainLoop* loop);
guint g_timeout_add(guint interval, GSourceFunc call, gpointer data);
guint g_timeout_add_seconds(guint interval, GSourceFunc call, gpointer data);
guint g_idle_add(GSourceFunc call, gpointer data);
gboolean g_source_remove(guint tag);

G_END_DECLS
