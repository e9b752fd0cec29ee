// Model of GLib: its types and macros. Declarations only.
#pragma once

#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
#define G_BEGIN_DECLS extern "C" {
#define G_END_DECLS }
#else
#define G_BEGIN_DECLS
#define G_END_DECLS
#endif

G_BEGIN_DECLS

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
typedef int64_t GTimeSpan;
typedef uint64_t guint64;
typedef size_t gsize;
typedef ptrdiff_t gssize;
typedef int64_t goffset;
typedef uintptr_t guintptr;
typedef intptr_t gintptr;
typedef uint32_t gunichar;
typedef uint16_t gunichar2;
typedef void* gpointer;
typedef const void* gconstpointer;
typedef guint32 GQuark;
typedef int GPid;
typedef unsigned long GType;

#ifndef TRUE
#define TRUE 1
#define FALSE 0
#endif
#ifndef MIN
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#endif
#define CLAMP(x, low, high) ((x) > (high) ? (high) : (x) < (low) ? (low) : (x))
#define ABS(a) ((a) < 0 ? -(a) : (a))
#define G_N_ELEMENTS(array) (sizeof(array) / sizeof((array)[0]))
#define G_STRUCT_OFFSET(type, member) offsetof(type, member)
#define G_STRINGIFY(x) #x
#define G_GNUC_UNUSED __attribute__((unused))
#define G_GNUC_PRINTF(format, first) __attribute__((format(printf, format, first)))
#define G_GNUC_NORETURN __attribute__((noreturn))
#define G_GNUC_CONST
#define G_GNUC_PURE
#define G_GNUC_MALLOC
#define G_GNUC_NULL_TERMINATED
#define G_GNUC_WARN_UNUSED_RESULT
#define G_GNUC_INTERNAL
#define G_GNUC_FALLTHROUGH __attribute__((fallthrough))
#define G_NORETURN __attribute__((noreturn))
#define G_INLINE_FUNC static inline
#define G_LIKELY(x) (x)
#define G_UNLIKELY(x) (x)
#define G_STMT_START do
#define G_STMT_END while (0)
#define G_STRLOC __FILE__
#define G_STRFUNC __func__
#define G_MAXINT INT_MAX
#define G_MININT INT_MIN
#define G_MAXUINT UINT_MAX
#define G_MAXLONG LONG_MAX
#define G_MAXULONG ULONG_MAX
#define G_MAXINT64 INT64_MAX
#define G_MAXUINT64 UINT64_MAX
#define G_MAXUINT32 UINT32_MAX
#define G_MAXUINT16 UINT16_MAX
#define G_MAXSIZE SIZE_MAX
#define G_USEC_PER_SEC 1000000
#define G_TIME_SPAN_SECOND 1000000
#define G_TIME_SPAN_MILLISECOND 1000
#define G_DIR_SEPARATOR '/'
#define G_DIR_SEPARATOR_S "/"
#define G_GINT64_FORMAT "ld"
#define G_GUINT64_FORMAT "lu"
#define G_GINT64_MODIFIER "l"
#define G_GSIZE_FORMAT "lu"
#define G_GSSIZE_FORMAT "ld"
#define G_GSIZE_MODIFIER "l"
#define G_GINT64_CONSTANT(x) (x##L)
#define G_GUINT64_CONSTANT(x) (x##UL)
#define GINT_TO_POINTER(i) ((gpointer)(glong)(i))
#define GUINT_TO_POINTER(i) ((gpointer)(gulong)(i))
#define GSIZE_TO_POINTER(i) ((gpointer)(gsize)(i))
#define GPOINTER_TO_INT(p) ((gint)(glong)(p))
#define GPOINTER_TO_UINT(p) ((guint)(gulong)(p))
#define GPOINTER_TO_SIZE(p) ((gsize)(p))
#define G_CALLBACK(f) ((GCallback)(f))
#define g_autoptr(type) type*
#define g_auto(type) type
#define g_autofree
#define g_autolist(type) GList*
#define g_autoslist(type) GSList*
#define G_DEFINE_AUTOPTR_CLEANUP_FUNC(type, f)
#define G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(type, f)
#define G_DEFINE_AUTO_CLEANUP_FREE_FUNC(type, f, none)
#define G_DEFINE_QUARK(name, function) \
  GQuark function##_quark(void) { return 0; }
#define G_LOCK_DEFINE(name) int g__##name##_lock
#define G_LOCK_DEFINE_STATIC(name) static int g__##name##_lock
#define G_LOCK_EXTERN(name) extern int g__##name##_lock
#define G_LOCK(name) ((void)g__##name##_lock)
#define G_UNLOCK(name) ((void)g__##name##_lock)
#define G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#define G_GNUC_END_IGNORE_DEPRECATIONS
#define G_CHECK_VERSION(major, minor, micro) 1
#define GLIB_CHECK_VERSION(major, minor, micro) 1
#define G_LOG_DOMAIN ((char*)0)
#define G_SOURCE_REMOVE FALSE
#define G_SOURCE_CONTINUE TRUE
#define G_PRIORITY_DEFAULT 0

#define g_return_if_fail(condition) \
  do {                              \
    if (!(condition)) return;       \
  } while (0)
#define g_return_val_if_fail(condition, value) \
  do {                                         \
    if (!(condition)) return (value);          \
  } while (0)
#define g_return_if_reached() return
#define g_return_val_if_reached(value) return (value)
#define g_assert(condition) ((void)(condition))
#define g_assert_true(condition) ((void)(condition))
#define g_assert_false(condition) ((void)(condition))
#define g_assert_null(condition) ((void)(condition))
#define g_assert_nonnull(condition) ((void)(condition))
#define g_assert_cmpint(a, op, b) ((void)((a)op(b)))
#define g_assert_cmpuint(a, op, b) ((void)((a)op(b)))
#define g_assert_cmpstr(a, op, b) ((void)(a), (void)(b))
#define g_assert_no_error(error) ((void)(error))
#define g_warn_if_fail(condition) ((void)(condition))
#define g_warn_if_reached() ((void)0)

typedef struct _GList GList;
struct _GList {
  gpointer data;
  GList* next;
  GList* prev;
};
typedef struct _GSList GSList;
struct _GSList {
  gpointer data;
  GSList* next;
};
typedef struct _GQueue {
  GList* head;
  GList* tail;
  guint length;
} GQueue;
typedef struct _GString {
  gchar* str;
  gsize len;
  gsize allocated_len;
} GString;
typedef struct _GError {
  GQuark domain;
  gint code;
  gchar* message;
} GError;
typedef struct _GArray {
  gchar* data;
  guint len;
} GArray;
typedef struct _GByteArray {
  guint8* data;
  guint len;
} GByteArray;
typedef struct _GPtrArray {
  gpointer* pdata;
  guint len;
} GPtrArray;
typedef struct _GHashTable GHashTable;
typedef struct _GHashTableIter {
  gpointer dummy[6];
} GHashTableIter;
typedef struct _GTree GTree;
typedef struct _GThread GThread;
typedef struct _GThreadPool GThreadPool;
typedef struct _GAsyncQueue GAsyncQueue;
typedef struct _GMutex {
  gpointer p;
} GMutex;
typedef struct _GRecMutex {
  gpointer p;
} GRecMutex;
typedef struct _GRWLock {
  gpointer p;
} GRWLock;
typedef struct _GCond {
  gpointer p;
} GCond;
typedef struct _GPrivate {
  gpointer p;
} GPrivate;
typedef struct _GOnce {
  int status;
  gpointer retval;
} GOnce;
#define G_ONCE_INIT {0, NULL}
typedef struct _GMainLoop GMainLoop;
typedef struct _GMainContext GMainContext;
typedef struct _GSource GSource;
typedef struct _GIOChannel GIOChannel;
typedef struct _GKeyFile GKeyFile;
typedef struct _GRegex GRegex;
typedef struct _GMatchInfo GMatchInfo;
typedef struct _GDir GDir;
typedef struct _GTimer GTimer;
typedef struct _GDateTime GDateTime;
typedef struct _GTimeZone GTimeZone;
typedef struct _GVariant GVariant;
typedef struct _GBytes GBytes;
typedef struct _GChecksum GChecksum;
typedef struct _GRand GRand;
typedef struct _GOptionContext GOptionContext;
typedef struct _GOptionGroup GOptionGroup;
typedef struct _GTimeVal {
  glong tv_sec;
  glong tv_usec;
} GTimeVal;
typedef enum { G_OPTION_ARG_NONE, G_OPTION_ARG_STRING, G_OPTION_ARG_INT, G_OPTION_ARG_CALLBACK, G_OPTION_ARG_FILENAME, G_OPTION_ARG_STRING_ARRAY, G_OPTION_ARG_FILENAME_ARRAY, G_OPTION_ARG_DOUBLE, G_OPTION_ARG_INT64 } GOptionArg;
typedef struct _GOptionEntry {
  const gchar* long_name;
  gchar short_name;
  gint flags;
  GOptionArg arg;
  gpointer arg_data;
  const gchar* description;
  const gchar* arg_description;
} GOptionEntry;
#define G_OPTION_REMAINING ""
typedef enum { G_LOG_FLAG_RECURSION = 1, G_LOG_FLAG_FATAL = 2, G_LOG_LEVEL_ERROR = 4, G_LOG_LEVEL_CRITICAL = 8, G_LOG_LEVEL_WARNING = 16, G_LOG_LEVEL_MESSAGE = 32, G_LOG_LEVEL_INFO = 64, G_LOG_LEVEL_DEBUG = 128, G_LOG_LEVEL_MASK = -4 } GLogLevelFlags;
typedef enum { G_FILE_TEST_IS_REGULAR = 1, G_FILE_TEST_IS_SYMLINK = 2, G_FILE_TEST_IS_DIR = 4, G_FILE_TEST_IS_EXECUTABLE = 8, G_FILE_TEST_EXISTS = 16 } GFileTest;
typedef enum { G_IO_IN = 1, G_IO_PRI = 2, G_IO_OUT = 4, G_IO_ERR = 8, G_IO_HUP = 16, G_IO_NVAL = 32 } GIOCondition;
typedef enum { G_KEY_FILE_NONE = 0, G_KEY_FILE_KEEP_COMMENTS = 1 } GKeyFileFlags;

typedef void (*GCallback)(void);
typedef void (*GFunc)(gpointer data, gpointer user);
typedef void (*GHFunc)(gpointer key, gpointer value, gpointer user);
typedef gboolean (*GHRFunc)(gpointer key, gpointer value, gpointer user);
typedef guint (*GHashFunc)(gconstpointer key);
typedef gboolean (*GEqualFunc)(gconstpointer a, gconstpointer b);
typedef gint (*GCompareFunc)(gconstpointer a, gconstpointer b);
typedef gint (*GCompareDataFunc)(gconstpointer a, gconstpointer b, gpointer user);
typedef gboolean (*GTraverseFunc)(gpointer key, gpointer value, gpointer user);
typedef void (*GDestroyNotify)(gpointer data);
typedef gpointer (*GThreadFunc)(gpointer data);
typedef gboolean (*GSourceFunc)(gpointer user);
typedef gboolean (*GIOFunc)(GIOChannel* source, GIOCondition condition, gpointer data);
typedef void (*GLogFunc)(const gchar* domain, GLogLevelFlags level, const gchar* message, gpointer user);
typedef void (*GPrintFunc)(const gchar* text);

G_END_DECLS
