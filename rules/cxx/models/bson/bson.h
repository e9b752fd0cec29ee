// C model of libbson: https://mongoc.org/libbson/current/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if !defined(__cplusplus)
#include <stdbool.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _bson_t {
  uint32_t flags;
  uint32_t len;
  uint8_t padding[120];
} bson_t;
typedef struct {
  uint8_t bytes[12];
} bson_oid_t;
typedef struct {
  uint32_t domain;
  uint32_t code;
  char message[504];
} bson_error_t;
typedef struct {
  void* raw[16];
} bson_iter_t;
typedef struct {
  void* raw[4];
} bson_value_t;
typedef struct bson_context_t bson_context_t;
typedef enum {
  BSON_TYPE_EOD,
  BSON_TYPE_DOUBLE,
  BSON_TYPE_UTF8,
  BSON_TYPE_DOCUMENT,
  BSON_TYPE_ARRAY,
  BSON_TYPE_BINARY,
  BSON_TYPE_UNDEFINED,
  BSON_TYPE_OID,
  BSON_TYPE_BOOL,
  BSON_TYPE_DATE_TIME,
  BSON_TYPE_NULL,
  BSON_TYPE_INT32 = 16,
  BSON_TYPE_TIMESTAMP,
  BSON_TYPE_INT64
} bson_type_t;
#define BSON_INITIALIZER \
  { 0 }

bson_t* bson_new(void);
bson_t* bson_new_from_json(const uint8_t* json, ptrdiff_t length, bson_error_t* error);
bool bson_init_from_json(bson_t* bson, const char* json, ptrdiff_t length, bson_error_t* error);
void bson_init(bson_t* bson);
void bson_destroy(bson_t* bson);
bson_t* bson_copy(const bson_t* bson);
char* bson_as_json(const bson_t* bson, size_t* length);
char* bson_as_canonical_extended_json(const bson_t* bson, size_t* length);
char* bson_as_relaxed_extended_json(const bson_t* bson, size_t* length);
void bson_free(void* p);
bool bson_append_utf8(bson_t* bson, const char* key, int key_length, const char* v, int length);
bool bson_append_int32(bson_t* bson, const char* key, int key_length, int32_t v);
bool bson_append_int64(bson_t* bson, const char* key, int key_length, int64_t v);
bool bson_append_double(bson_t* bson, const char* key, int key_length, double v);
bool bson_append_bool(bson_t* bson, const char* key, int key_length, bool v);
bool bson_append_oid(bson_t* bson, const char* key, int key_length, const bson_oid_t* v);
bool bson_append_document(bson_t* bson, const char* key, int key_length, const bson_t* v);
bool bson_append_document_begin(bson_t* bson, const char* key, int key_length, bson_t* v);
bool bson_append_document_end(bson_t* bson, bson_t* v);
bool bson_append_array_begin(bson_t* bson, const char* key, int key_length, bson_t* v);
bool bson_append_array_end(bson_t* bson, bson_t* v);
bool bson_append_date_time(bson_t* bson, const char* key, int key_length, int64_t v);
#define BSON_APPEND_UTF8(b, key, v) bson_append_utf8(b, key, -1, v, -1)
#define BSON_APPEND_INT32(b, key, v) bson_append_int32(b, key, -1, v)
#define BSON_APPEND_INT64(b, key, v) bson_append_int64(b, key, -1, v)
#define BSON_APPEND_DOUBLE(b, key, v) bson_append_double(b, key, -1, v)
#define BSON_APPEND_BOOL(b, key, v) bson_append_bool(b, key, -1, v)
#define BSON_APPEND_OID(b, key, v) bson_append_oid(b, key, -1, v)
#define BSON_APPEND_DOCUMENT(b, key, v) bson_append_document(b, key, -1, v)
#define BSON_APPEND_DOCUMENT_BEGIN(b, key, v) bson_append_document_begin(b, key, -1, v)
#define BSON_APPEND_ARRAY_BEGIN(b, key, v) bson_append_array_begin(b, key, -1, v)
#define BSON_APPEND_DATE_TIME(b, key, v) bson_append_date_time(b, key, -1, v)
bson_t* bcon_new(void* unused, ...);
void bcon_append(bson_t* bson, ...);
#define BCON_NEW(...) bcon_new(NULL, __VA_ARGS__, (void*)NULL)
#define BCON_UTF8(v) (const char*)(v)
#define BCON_INT32(v) (int32_t)(v)
#define BCON_INT64(v) (int64_t)(v)
#define BCON_DOUBLE(v) (double)(v)
#define BCON_BOOL(v) (bool)(v)
#define BCON_OID(v) (const bson_oid_t*)(v)
void bson_oid_init(bson_oid_t* oid, bson_context_t* context);
void bson_oid_init_from_string(bson_oid_t* oid, const char* text);
void bson_oid_to_string(const bson_oid_t* oid, char* text);
bool bson_iter_init(bson_iter_t* iter, const bson_t* bson);
bool bson_iter_init_find(bson_iter_t* iter, const bson_t* bson, const char* key);
bool bson_iter_find(bson_iter_t* iter, const char* key);
bool bson_iter_next(bson_iter_t* iter);
bool bson_iter_recurse(const bson_iter_t* iter, bson_iter_t* child);
const char* bson_iter_key(const bson_iter_t* iter);
bson_type_t bson_iter_type(const bson_iter_t* iter);
const char* bson_iter_utf8(const bson_iter_t* iter, uint32_t* length);
int32_t bson_iter_int32(const bson_iter_t* iter);
int64_t bson_iter_int64(const bson_iter_t* iter);
int64_t bson_iter_as_int64(const bson_iter_t* iter);
double bson_iter_double(const bson_iter_t* iter);
bool bson_iter_bool(const bson_iter_t* iter);
const bson_oid_t* bson_iter_oid(const bson_iter_t* iter);
#define BSON_ITER_HOLDS_UTF8(iter) (bson_iter_type(iter) == BSON_TYPE_UTF8)
#define BSON_ITER_HOLDS_INT32(iter) (bson_iter_type(iter) == BSON_TYPE_INT32)
#define BSON_ITER_HOLDS_INT64(iter) (bson_iter_type(iter) == BSON_TYPE_INT64)

#ifdef __cplusplus
}
#endif
