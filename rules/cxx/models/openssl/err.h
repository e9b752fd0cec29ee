// C model of OpenSSL's error queue. Declarations only.
#pragma once

#include <openssl/bio.h>

#ifdef __cplusplus
extern "C" {
#endif

unsigned long ERR_get_error(void);
unsigned long ERR_peek_error(void);
unsigned long ERR_peek_last_error(void);
void ERR_clear_error(void);
char* ERR_error_string(unsigned long error, char* buffer);
void ERR_error_string_n(unsigned long error, char* buffer, size_t n);
const char* ERR_reason_error_string(unsigned long error);
const char* ERR_lib_error_string(unsigned long error);
void ERR_print_errors(BIO* b);
void ERR_print_errors_fp(FILE* file);
void ERR_print_errors_cb(int (*f)(const char*, size_t, void*), void* arg);
void ERR_free_strings(void);
void ERR_load_crypto_strings(void);
void ERR_load_BIO_strings(void);
int ERR_GET_REASON(unsigned long error);
int ERR_GET_LIB(unsigned long error);

#ifdef __cplusplus
}
#endif
