// C model of OpenSSL's BIO: https://docs.openssl.org/master/man7/bio/. Declarations only.
#pragma once

#include <openssl/crypto.h>
#if __has_include(<stdio.h>)
#include <stdio.h>
#endif
#if __has_include(<time.h>)
#include <time.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;
typedef struct buf_mem_st {
  size_t length;
  char* data;
  size_t max;
} BUF_MEM;

#define BIO_NOCLOSE 0
#define BIO_CLOSE 1
#define BIO_FLAGS_BASE64_NO_NL 0x100
#define BIO_CTRL_RESET 1
#define BIO_CTRL_FLUSH 11
#define BIO_CTRL_PENDING 10
#define BIO_C_SET_CONNECT 100
#define BIO_C_DO_STATE_MACHINE 101
#define BIO_C_SET_NBIO 102
#define BIO_C_SET_FD 104
#define BIO_C_GET_FD 105
#define BIO_C_GET_MEM_PTR 115
#define BIO_C_SET_ACCEPT 118

const BIO_METHOD* BIO_s_mem(void);
const BIO_METHOD* BIO_s_file(void);
const BIO_METHOD* BIO_s_socket(void);
const BIO_METHOD* BIO_s_connect(void);
const BIO_METHOD* BIO_s_accept(void);
const BIO_METHOD* BIO_f_base64(void);
const BIO_METHOD* BIO_f_buffer(void);
const BIO_METHOD* BIO_f_ssl(void);
BIO* BIO_new(const BIO_METHOD* type);
BIO* BIO_new_file(const char* name, const char* mode);
BIO* BIO_new_fp(FILE* file, int close);
BIO* BIO_new_mem_buf(const void* p, int n);
BIO* BIO_new_socket(int fd, int close);
BIO* BIO_new_connect(const char* target);
BIO* BIO_new_accept(const char* port);
int BIO_new_bio_pair(BIO** a, size_t na, BIO** b, size_t nb);
int BIO_free(BIO* b);
void BIO_free_all(BIO* b);
void BIO_vfree(BIO* b);
BIO* BIO_push(BIO* b, BIO* next);
BIO* BIO_pop(BIO* b);
BIO* BIO_next(BIO* b);
long BIO_ctrl(BIO* b, int command, long n, void* p);
long BIO_int_ctrl(BIO* b, int command, long n, int i);
int BIO_read(BIO* b, void* data, int n);
int BIO_write(BIO* b, const void* data, int n);
int BIO_puts(BIO* b, const char* text);
int BIO_gets(BIO* b, char* buffer, int n);
int BIO_printf(BIO* b, const char* format, ...);
int BIO_should_retry(const BIO* b);
int BIO_should_read(const BIO* b);
int BIO_should_write(const BIO* b);
void BIO_set_flags(BIO* b, int flags);
int BIO_do_connect_retry(BIO* b, int timeout, int nap);
int BIO_wait(BIO* b, time_t until, unsigned int nap);
int BIO_set_nbio_inner(BIO* b, int on);
#define BIO_set_conn_hostname(b, name) BIO_ctrl(b, BIO_C_SET_CONNECT, 0, (char*)(name))
#define BIO_set_conn_port(b, port) BIO_ctrl(b, BIO_C_SET_CONNECT, 1, (char*)(port))
#define BIO_set_nbio(b, n) BIO_ctrl(b, BIO_C_SET_NBIO, (n), NULL)
#define BIO_do_handshake(b) BIO_ctrl(b, BIO_C_DO_STATE_MACHINE, 0, NULL)
#define BIO_do_connect(b) BIO_do_handshake(b)
#define BIO_do_accept(b) BIO_do_handshake(b)
#define BIO_set_fd(b, fd, c) BIO_int_ctrl(b, BIO_C_SET_FD, c, fd)
#define BIO_get_fd(b, c) BIO_ctrl(b, BIO_C_GET_FD, 0, (char*)(c))
#define BIO_flush(b) (int)BIO_ctrl(b, BIO_CTRL_FLUSH, 0, NULL)
#define BIO_reset(b) (int)BIO_ctrl(b, BIO_CTRL_RESET, 0, NULL)
#define BIO_pending(b) (int)BIO_ctrl(b, BIO_CTRL_PENDING, 0, NULL)
#define BIO_get_mem_data(b, p) BIO_ctrl(b, 3, 0, (char*)(p))
#define BIO_get_mem_ptr(b, p) BIO_ctrl(b, BIO_C_GET_MEM_PTR, 0, (char*)(p))
size_t BIO_ctrl_pending(BIO* b);

#ifdef __cplusplus
}
#endif
