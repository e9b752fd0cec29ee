// C model of libssh2's SFTP. Declarations only.
#pragma once

#include <libssh2.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LIBSSH2_FXF_READ 1
#define LIBSSH2_FXF_WRITE 2
#define LIBSSH2_FXF_APPEND 4
#define LIBSSH2_FXF_CREAT 8
#define LIBSSH2_FXF_TRUNC 16
#define LIBSSH2_SFTP_S_IRUSR 0400
#define LIBSSH2_SFTP_S_IWUSR 0200
#define LIBSSH2_SFTP_S_IRGRP 0040
#define LIBSSH2_SFTP_S_IROTH 0004
#define LIBSSH2_SFTP_OPENFILE 0
#define LIBSSH2_SFTP_OPENDIR 1

LIBSSH2_SFTP* libssh2_sftp_init(LIBSSH2_SESSION* session);
int libssh2_sftp_shutdown(LIBSSH2_SFTP* sftp);
unsigned long libssh2_sftp_last_error(LIBSSH2_SFTP* sftp);
LIBSSH2_SFTP_HANDLE* libssh2_sftp_open_ex(LIBSSH2_SFTP* sftp, const char* name,
                                          unsigned int length, unsigned long flags, long mode,
                                          int type);
#define libssh2_sftp_open(s, name, flags, mode)                                             \
  libssh2_sftp_open_ex((s), (name), (unsigned int)__builtin_strlen(name), (flags), (mode), \
                       LIBSSH2_SFTP_OPENFILE)
#define libssh2_sftp_opendir(s, name)                                             \
  libssh2_sftp_open_ex((s), (name), (unsigned int)__builtin_strlen(name), 0, 0, \
                       LIBSSH2_SFTP_OPENDIR)
ssize_t libssh2_sftp_read(LIBSSH2_SFTP_HANDLE* handle, char* buffer, size_t n);
ssize_t libssh2_sftp_write(LIBSSH2_SFTP_HANDLE* handle, const char* buffer, size_t n);
int libssh2_sftp_readdir_ex(LIBSSH2_SFTP_HANDLE* handle, char* buffer, size_t n, char* longentry,
                            size_t longentry_n, LIBSSH2_SFTP_ATTRIBUTES* attrs);
#define libssh2_sftp_readdir(h, buffer, n, attrs) \
  libssh2_sftp_readdir_ex((h), (buffer), (n), NULL, 0, (attrs))
int libssh2_sftp_close_handle(LIBSSH2_SFTP_HANDLE* handle);
#define libssh2_sftp_close(h) libssh2_sftp_close_handle(h)
#define libssh2_sftp_closedir(h) libssh2_sftp_close_handle(h)

#ifdef __cplusplus
}
#endif
