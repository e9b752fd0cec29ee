// Model of GLib: https://docs.gtk.org/glib/. Declarations only.
#pragma once

#include <glib/gtypes.h>

G_BEGIN_DECLS

gpointer g_malloc(gsize n);
gpointer g_malloc0(gsize n);
gpointer g_malloc_n(gsize n, gsize size);
gpointer g_try_malloc(gsize n);
gpointer g_try_malloc0(gsize n);
gpointer g_realloc(gpointer p, gsize n);
gpointer g_memdup(gconstpointer p, guint n);
gpointer g_memdup2(gconstpointer p, gsize n);
gpointer g_slice_alloc(gsize n);
gpointer g_slice_alloc0(gsize n);
void g_slice_free1(gsize n, gpointer p);
void g_free(gpointer p);
#define g_new(type, n) ((type*)g_malloc(sizeof(type) * (n)))
#define g_new0(type, n) ((type*)g_malloc0(sizeof(type) * (n)))
#define g_try_new(type, n) ((type*)g_try_malloc(sizeof(type) * (n)))
#define g_try_new0(type, n) ((type*)g_try_malloc0(sizeof(type) * (n)))
#define g_renew(type, p, n) ((type*)g_realloc(p, sizeof(type) * (n)))
#define g_newa(type, n) ((type*)__builtin_alloca(sizeof(type) * (n)))
#define g_slice_new(type) ((type*)g_slice_alloc(sizeof(type)))
#define g_slice_new0(type) ((type*)g_slice_alloc0(sizeof(type)))
#define g_slice_free(type, p) g_slice_free1(sizeof(type), p)
#define g_clear_pointer(p, destroy) \
  do {                              \
    if (*(p)) (destroy)(*(p));      \
    *(p) = NULL;                    \
  } while (0)
gpointer g_steal_pointer(gpointer p);
#define g_steal_pointer(p) (*(p))

gchar* g_strdup(const gchar* s);
gchar* g_strndup(const gchar* s, gsize n);
gchar* g_strdup_printf(const gchar* format, ...) __attribute__((format(printf, 1, 2)));
gchar* g_strdup_vprintf(const gchar* format, va_list arguments);
gint g_snprintf(gchar* to, gulong n, const gchar* format, ...) __attribute__((format(printf, 3, 4)));
gint g_vsnprintf(gchar* to, gulong n, const gchar* format, va_list arguments);
gint g_printf(const gchar* format, ...);
gint g_fprintf(FILE* to, const gchar* format, ...);
gint g_sprintf(gchar* to, const gchar* format, ...);
gchar* g_strconcat(const gchar* first, ...);
gchar* g_strjoin(const gchar* separator, ...);
gchar* g_strjoinv(const gchar* separator, gchar** parts);
gchar** g_strsplit(const gchar* s, const gchar* delimiter, gint most);
gchar** g_strsplit_set(const gchar* s, const gchar* delimiters, gint most);
void g_strfreev(gchar** parts);
gchar** g_strdupv(gchar** parts);
guint g_strv_length(gchar** parts);
gchar* g_strstrip(gchar* s);
gchar* g_strchomp(gchar* s);
gchar* g_strchug(gchar* s);
gchar* g_strreverse(gchar* s);
gchar* g_strdelimit(gchar* s, const gchar* delimiters, gchar by);
gchar* g_strescape(const gchar* s, const gchar* exceptions);
gchar* g_strcompress(const gchar* s);
gchar* g_strstr_len(const gchar* in, gssize n, const gchar* what);
gchar* g_strrstr(const gchar* in, const gchar* what);
gsize g_strlcpy(gchar* to, const gchar* from, gsize n);
gsize g_strlcat(gchar* to, const gchar* from, gsize n);
int g_strcmp0(const char* a, const char* b);
gboolean g_str_equal(gconstpointer a, gconstpointer b);
guint g_str_hash(gconstpointer s);
guint g_int_hash(gconstpointer s);
gboolean g_int_equal(gconstpointer a, gconstpointer b);
guint g_direct_hash(gconstpointer s);
gboolean g_direct_equal(gconstpointer a, gconstpointer b);
gboolean g_str_has_prefix(const gchar* s, const gchar* prefix);
gboolean g_str_has_suffix(const gchar* s, const gchar* suffix);
gint g_ascii_strcasecmp(const gchar* a, const gchar* b);
gint g_ascii_strncasecmp(const gchar* a, const gchar* b, gsize n);
gchar* g_ascii_strdown(const gchar* s, gssize n);
gchar* g_ascii_strup(const gchar* s, gssize n);
gint64 g_ascii_strtoll(const gchar* s, gchar** end, guint base);
guint64 g_ascii_strtoull(const gchar* s, gchar** end, guint base);
gdouble g_ascii_strtod(const gchar* s, gchar** end);
gboolean g_ascii_isspace(gchar c);
gboolean g_ascii_isdigit(gchar c);
gboolean g_ascii_isalpha(gchar c);
gboolean g_ascii_isalnum(gchar c);
gchar g_ascii_tolower(gchar c);
gchar g_ascii_toupper(gchar c);
gboolean g_utf8_validate(const gchar* s, gssize n, const gchar** end);
glong g_utf8_strlen(const gchar* s, gssize n);
const gchar* g_strerror(gint error);
gchar* g_uri_escape_string(const gchar* s, const gchar* allowed, gboolean utf8);
gchar* g_uri_unescape_string(const gchar* s, const gchar* illegal);
gchar* g_base64_encode(const guchar* data, gsize n);
guchar* g_base64_decode(const gchar* text, gsize* n);
gchar* g_shell_quote(const gchar* s);
gchar* g_markup_escape_text(const gchar* s, gssize n);
gchar* g_uuid_string_random(void);

GString* g_string_new(const gchar* s);
GString* g_string_new_len(const gchar* s, gssize n);
GString* g_string_sized_new(gsize n);
GString* g_string_assign(GString* s, const gchar* text);
GString* g_string_append(GString* s, const gchar* text);
GString* g_string_append_c(GString* s, gchar c);
GString* g_string_append_len(GString* s, const gchar* text, gssize n);
GString* g_string_prepend(GString* s, const gchar* text);
GString* g_string_insert(GString* s, gssize at, const gchar* text);
GString* g_string_erase(GString* s, gssize at, gssize n);
GString* g_string_truncate(GString* s, gsize n);
GString* g_string_set_size(GString* s, gsize n);
void g_string_printf(GString* s, const gchar* format, ...);
void g_string_append_printf(GString* s, const gchar* format, ...);
void g_string_append_vprintf(GString* s, const gchar* format, va_list arguments);
gchar* g_string_free(GString* s, gboolean all);
GBytes* g_bytes_new(gconstpointer data, gsize n);
gconstpointer g_bytes_get_data(GBytes* bytes, gsize* n);
void g_bytes_unref(GBytes* bytes);

GList* g_list_append(GList* list, gpointer data);
GList* g_list_prepend(GList* list, gpointer data);
GList* g_list_remove(GList* list, gconstpointer data);
GList* g_list_delete_link(GList* list, GList* link);
GList* g_list_reverse(GList* list);
GList* g_list_sort(GList* list, GCompareFunc compare);
GList* g_list_find_custom(GList* list, gconstpointer data, GCompareFunc compare);
GList* g_list_first(GList* list);
GList* g_list_last(GList* list);
GList* g_list_nth(GList* list, guint n);
gpointer g_list_nth_data(GList* list, guint n);
guint g_list_length(GList* list);
void g_list_foreach(GList* list, GFunc f, gpointer user);
void g_list_free(GList* list);
void g_list_free_full(GList* list, GDestroyNotify f);
#define g_list_next(list) ((list) ? ((GList*)(list))->next : NULL)
#define g_list_previous(list) ((list) ? ((GList*)(list))->prev : NULL)
GSList* g_slist_append(GSList* list, gpointer data);
GSList* g_slist_prepend(GSList* list, gpointer data);
GSList* g_slist_remove(GSList* list, gconstpointer data);
GSList* g_slist_reverse(GSList* list);
GSList* g_slist_find_custom(GSList* list, gconstpointer data, GCompareFunc compare);
gpointer g_slist_nth_data(GSList* list, guint n);
guint g_slist_length(GSList* list);
void g_slist_foreach(GSList* list, GFunc f, gpointer user);
void g_slist_free(GSList* list);
void g_slist_free_full(GSList* list, GDestroyNotify f);
#define g_slist_next(list) ((list) ? ((GSList*)(list))->next : NULL)
#define G_QUEUE_INIT {NULL, NULL, 0}
GQueue* g_queue_new(void);
void g_queue_init(GQueue* queue);
void g_queue_free(GQueue* queue);
void g_queue_push_tail(GQueue* queue, gpointer data);
void g_queue_push_head(GQueue* queue, gpointer data);
gpointer g_queue_pop_head(GQueue* queue);
gpointer g_queue_pop_tail(GQueue* queue);
gpointer g_queue_peek_head(GQueue* queue);
guint g_queue_get_length(GQueue* queue);
gboolean g_queue_is_empty(GQueue* queue);
GArray* g_array_new(gboolean zero, gboolean clear, guint size);
GArray* g_array_sized_new(gboolean zero, gboolean clear, guint size, guint n);
GArray* g_array_append_vals(GArray* array, gconstpointer data, guint n);
gchar* g_array_free(GArray* array, gboolean all);
#define g_array_append_val(array, value) g_array_append_vals(array, &(value), 1)
#define g_array_index(array, type, i) (((type*)(void*)(array)->data)[i])
GPtrArray* g_ptr_array_new(void);
GPtrArray* g_ptr_array_new_with_free_func(GDestroyNotify f);
GPtrArray* g_ptr_array_sized_new(guint n);
void g_ptr_array_add(GPtrArray* array, gpointer data);
gboolean g_ptr_array_remove(GPtrArray* array, gpointer data);
gpointer* g_ptr_array_free(GPtrArray* array, gboolean all);
void g_ptr_array_unref(GPtrArray* array);
#define g_ptr_array_index(array, i) ((array)->pdata)[i]
GByteArray* g_byte_array_new(void);
GByteArray* g_byte_array_append(GByteArray* array, const guint8* data, guint n);
guint8* g_byte_array_free(GByteArray* array, gboolean all);
GHashTable* g_hash_table_new(GHashFunc hash, GEqualFunc equal);
GHashTable* g_hash_table_new_full(GHashFunc hash, GEqualFunc equal, GDestroyNotify key, GDestroyNotify value);
gboolean g_hash_table_insert(GHashTable* table, gpointer key, gpointer value);
gboolean g_hash_table_replace(GHashTable* table, gpointer key, gpointer value);
gboolean g_hash_table_add(GHashTable* table, gpointer key);
gpointer g_hash_table_lookup(GHashTable* table, gconstpointer key);
gboolean g_hash_table_lookup_extended(GHashTable* table, gconstpointer key, gpointer* old, gpointer* value);
gboolean g_hash_table_contains(GHashTable* table, gconstpointer key);
gboolean g_hash_table_remove(GHashTable* table, gconstpointer key);
void g_hash_table_remove_all(GHashTable* table);
gboolean g_hash_table_steal(GHashTable* table, gconstpointer key);
guint g_hash_table_size(GHashTable* table);
void g_hash_table_foreach(GHashTable* table, GHFunc f, gpointer user);
guint g_hash_table_foreach_remove(GHashTable* table, GHRFunc f, gpointer user);
GList* g_hash_table_get_keys(GHashTable* table);
GList* g_hash_table_get_values(GHashTable* table);
GHashTable* g_hash_table_ref(GHashTable* table);
void g_hash_table_unref(GHashTable* table);
void g_hash_table_destroy(GHashTable* table);
void g_hash_table_iter_init(GHashTableIter* iter, GHashTable* table);
gboolean g_hash_table_iter_next(GHashTableIter* iter, gpointer* key, gpointer* value);
void g_hash_table_iter_remove(GHashTableIter* iter);
GTree* g_tree_new_full(GCompareDataFunc compare, gpointer user, GDestroyNotify key, GDestroyNotify value);
void g_tree_insert(GTree* tree, gpointer key, gpointer value);
gpointer g_tree_lookup(GTree* tree, gconstpointer key);
gboolean g_tree_remove(GTree* tree, gconstpointer key);
void g_tree_foreach(GTree* tree, GTraverseFunc f, gpointer user);
gint g_tree_nnodes(GTree* tree);
void g_tree_destroy(GTree* tree);

GQuark g_quark_from_static_string(const gchar* s);
GQuark g_quark_from_string(const gchar* s);
const gchar* g_quark_to_string(GQuark quark);
GError* g_error_new(GQuark domain, gint code, const gchar* format, ...);
GError* g_error_copy(const GError* error);
void g_error_free(GError* error);
gboolean g_error_matches(const GError* error, GQuark domain, gint code);
void g_set_error(GError** error, GQuark domain, gint code, const gchar* format, ...);
void g_set_error_literal(GError** error, GQuark domain, gint code, const gchar* message);
void g_propagate_error(GError** to, GError* from);
void g_propagate_prefixed_error(GError** to, GError* from, const gchar* format, ...);
void g_prefix_error(GError** error, const gchar* format, ...);
void g_clear_error(GError** error);

void g_log(const gchar* domain, GLogLevelFlags level, const gchar* format, ...);
void g_logv(const gchar* domain, GLogLevelFlags level, const gchar* format, va_list arguments);
guint g_log_set_handler(const gchar* domain, GLogLevelFlags levels, GLogFunc f, gpointer user);
GLogFunc g_log_set_default_handler(GLogFunc f, gpointer user);
void g_log_default_handler(const gchar* domain, GLogLevelFlags level, const gchar* message, gpointer user);
#define g_error(...) (g_log(G_LOG_DOMAIN, G_LOG_LEVEL_ERROR, __VA_ARGS__), __builtin_abort())
#define g_message(...) g_log(G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, __VA_ARGS__)
#define g_critical(...) g_log(G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, __VA_ARGS__)
#define g_warning(...) g_log(G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, __VA_ARGS__)
#define g_info(...) g_log(G_LOG_DOMAIN, G_LOG_LEVEL_INFO, __VA_ARGS__)
#define g_debug(...) g_log(G_LOG_DOMAIN, G_LOG_LEVEL_DEBUG, __VA_ARGS__)
#define g_assert_not_reached() __builtin_abort()
void g_print(const gchar* format, ...);
void g_printerr(const gchar* format, ...);
GPrintFunc g_set_print_handler(GPrintFunc f);

GThread* g_thread_new(const gchar* name, GThreadFunc f, gpointer data);
GThread* g_thread_try_new(const gchar* name, GThreadFunc f, gpointer data, GError** error);
GThread* g_thread_create(GThreadFunc f, gpointer data, gboolean joinable, GError** error);
GThread* g_thread_self(void);
gpointer g_thread_join(GThread* thread);
void g_thread_unref(GThread* thread);
void g_thread_init(gpointer unused);
void g_mutex_init(GMutex* mutex);
void g_mutex_clear(GMutex* mutex);
void g_mutex_lock(GMutex* mutex);
gboolean g_mutex_trylock(GMutex* mutex);
void g_mutex_unlock(GMutex* mutex);
GMutex* g_mutex_new(void);
void g_mutex_free(GMutex* mutex);
void g_rec_mutex_lock(GRecMutex* mutex);
void g_rec_mutex_unlock(GRecMutex* mutex);
void g_rw_lock_reader_lock(GRWLock* lock);
void g_rw_lock_reader_unlock(GRWLock* lock);
void g_rw_lock_writer_lock(GRWLock* lock);
void g_rw_lock_writer_unlock(GRWLock* lock);
void g_cond_init(GCond* cond);
void g_cond_wait(GCond* cond, GMutex* mutex);
gboolean g_cond_wait_until(GCond* cond, GMutex* mutex, gint64 end);
void g_cond_signal(GCond* cond);
void g_cond_broadcast(GCond* cond);
gpointer g_private_get(GPrivate* key);
void g_private_set(GPrivate* key, gpointer value);
gint g_atomic_int_get(const volatile gint* at);
void g_atomic_int_set(volatile gint* at, gint value);
void g_atomic_int_inc(volatile gint* at);
gboolean g_atomic_int_dec_and_test(volatile gint* at);
gint g_atomic_int_add(volatile gint* at, gint value);
gboolean g_atomic_int_compare_and_exchange(volatile gint* at, gint old, gint value);
GAsyncQueue* g_async_queue_new(void);
void g_async_queue_push(GAsyncQueue* queue, gpointer data);
gpointer g_async_queue_pop(GAsyncQueue* queue);
gpointer g_async_queue_try_pop(GAsyncQueue* queue);
gpointer g_async_queue_timeout_pop(GAsyncQueue* queue, guint64 us);
void g_async_queue_unref(GAsyncQueue* queue);
GThreadPool* g_thread_pool_new(GFunc f, gpointer user, gint most, gboolean exclusive, GError** error);
gboolean g_thread_pool_push(GThreadPool* pool, gpointer data, GError** error);

GMainLoop* g_main_loop_new(GMainContext* context, gboolean running);
void g_main_loop_run(GMainLoop* loop);
void g_main_loop_quit(GMainLoop* loop);
void g_main_loop_unref(GMainLoop* loop);
GMainContext* g_main_context_default(void);
gboolean g_main_context_iteration(GMainContext* context, gboolean block);
guint g_idle_add(GSourceFunc f, gpointer data);
guint g_timeout_add(guint ms, GSourceFunc f, gpointer data);
guint g_timeout_add_seconds(guint s, GSourceFunc f, gpointer data);
gboolean g_source_remove(guint tag);
GIOChannel* g_io_channel_unix_new(gint fd);
gint g_io_channel_unix_get_fd(GIOChannel* channel);
guint g_io_add_watch(GIOChannel* channel, GIOCondition condition, GIOFunc f, gpointer user);
void g_io_channel_unref(GIOChannel* channel);
void g_usleep(gulong us);
gint64 g_get_monotonic_time(void);
gint64 g_get_real_time(void);
void g_get_current_time(GTimeVal* result);
GTimer* g_timer_new(void);
void g_timer_start(GTimer* timer);
gdouble g_timer_elapsed(GTimer* timer, gulong* us);
void g_timer_destroy(GTimer* timer);
GDateTime* g_date_time_new_now_local(void);
GDateTime* g_date_time_new_now_utc(void);
gchar* g_date_time_format(GDateTime* time, const gchar* format);
void g_date_time_unref(GDateTime* time);
guint32 g_random_int(void);
gint32 g_random_int_range(gint32 begin, gint32 end);
gdouble g_random_double(void);

const gchar* g_getenv(const gchar* name);
gboolean g_setenv(const gchar* name, const gchar* value, gboolean overwrite);
const gchar* g_get_home_dir(void);
const gchar* g_get_tmp_dir(void);
const gchar* g_get_user_name(void);
const gchar* g_get_host_name(void);
const gchar* g_get_user_config_dir(void);
const gchar* g_get_user_cache_dir(void);
const gchar* g_get_user_data_dir(void);
const gchar* g_get_prgname(void);
void g_set_prgname(const gchar* name);
gchar* g_get_current_dir(void);
gchar* g_build_filename(const gchar* first, ...);
gchar* g_build_path(const gchar* separator, const gchar* first, ...);
gchar* g_path_get_basename(const gchar* name);
gchar* g_path_get_dirname(const gchar* name);
gboolean g_path_is_absolute(const gchar* name);
gboolean g_file_test(const gchar* name, GFileTest test);
gboolean g_file_get_contents(const gchar* name, gchar** contents, gsize* n, GError** error);
gboolean g_file_set_contents(const gchar* name, const gchar* contents, gssize n, GError** error);
gint g_mkdir_with_parents(const gchar* name, gint mode);
GDir* g_dir_open(const gchar* name, guint flags, GError** error);
const gchar* g_dir_read_name(GDir* dir);
void g_dir_close(GDir* dir);
gchar* g_find_program_in_path(const gchar* name);
gboolean g_spawn_command_line_sync(const gchar* command, gchar** out, gchar** err, gint* status, GError** error);
gboolean g_spawn_command_line_async(const gchar* command, GError** error);
gboolean g_spawn_sync(const gchar* folder, gchar** argv, gchar** env, gint flags, GSourceFunc setup, gpointer user, gchar** out, gchar** err, gint* status, GError** error);

GKeyFile* g_key_file_new(void);
void g_key_file_free(GKeyFile* file);
gboolean g_key_file_load_from_file(GKeyFile* file, const gchar* name, GKeyFileFlags flags, GError** error);
gboolean g_key_file_has_key(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gboolean g_key_file_has_group(GKeyFile* file, const gchar* group);
gchar* g_key_file_get_string(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gchar* g_key_file_get_value(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gchar** g_key_file_get_string_list(GKeyFile* file, const gchar* group, const gchar* key, gsize* n, GError** error);
gint g_key_file_get_integer(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gint64 g_key_file_get_int64(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gboolean g_key_file_get_boolean(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gchar** g_key_file_get_groups(GKeyFile* file, gsize* n);
gchar** g_key_file_get_keys(GKeyFile* file, const gchar* group, gsize* n, GError** error);
GOptionContext* g_option_context_new(const gchar* text);
void g_option_context_add_main_entries(GOptionContext* context, const GOptionEntry* entries, const gchar* domain);
gboolean g_option_context_parse(GOptionContext* context, gint* argc, gchar*** argv, GError** error);
void g_option_context_free(GOptionContext* context);
gchar* g_option_context_get_help(GOptionContext* context, gboolean main, GOptionGroup* group);
GRegex* g_regex_new(const gchar* pattern, guint flags, guint match, GError** error);
gboolean g_regex_match(const GRegex* regex, const gchar* text, guint flags, GMatchInfo** info);
gboolean g_regex_match_simple(const gchar* pattern, const gchar* text, guint flags, guint match);
void g_regex_unref(GRegex* regex);
gchar* g_match_info_fetch(const GMatchInfo* info, gint n);
void g_match_info_free(GMatchInfo* info);
GVariant* g_variant_new(const gchar* format, ...);
void g_variant_unref(GVariant* value);

G_END_DECLS
