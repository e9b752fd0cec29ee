// Model of libcurl: what rules and ordinary callers name of it. Declarations only, after
// https://curl.se/libcurl/c/allfuncs.html; numbers of enumerators are not those of the library.
#pragma once

#if __has_include(<sys/types.h>)
#include <sys/types.h>
#endif
#if __has_include(<sys/socket.h>)
#include <sys/socket.h>
#endif
#if __has_include(<sys/select.h>)
#include <sys/select.h>
#endif
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#if __has_include(<stdio.h>)
#include <stdio.h>
#endif
#if __has_include(<time.h>)
#include <time.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef void CURL;
typedef void CURLM;
typedef void CURLSH;
typedef int64_t curl_off_t;
typedef int curl_socket_t;
#define CURL_SOCKET_BAD (-1)
#define CURL_ERROR_SIZE 256
#define CURL_MAX_WRITE_SIZE 16384
#define CURL_WRITEFUNC_PAUSE 0x10000001
#define CURL_WRITEFUNC_ERROR 0xFFFFFFFF
#define CURL_READFUNC_ABORT 0x10000000
#define CURL_READFUNC_PAUSE 0x10000001
#define CURL_PROGRESSFUNC_CONTINUE 0x10000001
#define CURL_ZERO_TERMINATED ((size_t)-1)
#define CURL_FORMAT_CURL_OFF_T "ld"
#define CURL_FORMAT_CURL_OFF_TU "lu"
#define CURL_FORMAT_OFF_T "ld"
#define CURL_SOCKET_TIMEOUT CURL_SOCKET_BAD
#define LIBCURL_VERSION "8.0.0"
#define LIBCURL_VERSION_NUM 0x080000
#define LIBCURL_VERSION_MAJOR 8
#define LIBCURL_VERSION_MINOR 0
#define LIBCURL_VERSION_PATCH 0
#define CURL_AT_LEAST_VERSION(x, y, z) (LIBCURL_VERSION_NUM >= ((x) << 16 | (y) << 8 | (z)))
#define CURLVERSION_NOW 0
#define CURLAUTH_NONE 0
#define CURLAUTH_BASIC (1L << 1)
#define CURLAUTH_DIGEST (1L << 2)
#define CURLAUTH_NEGOTIATE (1L << 3)
#define CURLAUTH_GSSNEGOTIATE (1L << 4)
#define CURLAUTH_NTLM (1L << 5)
#define CURLAUTH_DIGEST_IE (1L << 6)
#define CURLAUTH_NTLM_WB (1L << 7)
#define CURLAUTH_BEARER (1L << 8)
#define CURLAUTH_AWS_SIGV4 (1L << 9)
#define CURLAUTH_ONLY (1L << 10)
#define CURLAUTH_ANY (1L << 11)
#define CURLAUTH_ANYSAFE (1L << 12)
#define CURLSSH_AUTH_ANY (1L << 13)
#define CURLSSH_AUTH_NONE 0
#define CURLSSH_AUTH_PUBLICKEY (1L << 14)
#define CURLSSH_AUTH_PASSWORD (1L << 15)
#define CURLSSH_AUTH_HOST (1L << 16)
#define CURLSSH_AUTH_KEYBOARD (1L << 17)
#define CURLSSH_AUTH_AGENT (1L << 18)
#define CURLSSH_AUTH_GSSAPI (1L << 19)
#define CURLSSH_AUTH_DEFAULT (1L << 20)
#define CURLPROTO_HTTP (1L << 21)
#define CURLPROTO_HTTPS (1L << 22)
#define CURLPROTO_FTP (1L << 23)
#define CURLPROTO_FTPS (1L << 24)
#define CURLPROTO_SCP (1L << 25)
#define CURLPROTO_SFTP (1L << 26)
#define CURLPROTO_TELNET (1L << 27)
#define CURLPROTO_LDAP (1L << 28)
#define CURLPROTO_LDAPS (1L << 29)
#define CURLPROTO_DICT (1L << 30)
#define CURLPROTO_FILE (1L << 0)
#define CURLPROTO_TFTP (1L << 1)
#define CURLPROTO_IMAP (1L << 2)
#define CURLPROTO_IMAPS (1L << 3)
#define CURLPROTO_POP3 (1L << 4)
#define CURLPROTO_POP3S (1L << 5)
#define CURLPROTO_SMTP (1L << 6)
#define CURLPROTO_SMTPS (1L << 7)
#define CURLPROTO_RTSP (1L << 8)
#define CURLPROTO_RTMP (1L << 9)
#define CURLPROTO_GOPHER (1L << 10)
#define CURLPROTO_SMB (1L << 11)
#define CURLPROTO_SMBS (1L << 12)
#define CURLPROTO_MQTT (1L << 13)
#define CURLPROTO_ALL (1L << 14)
#define CURL_GLOBAL_NOTHING 0
#define CURL_GLOBAL_DEFAULT 3
#define CURL_GLOBAL_SSL (1L << 15)
#define CURL_GLOBAL_WIN32 (1L << 16)
#define CURL_GLOBAL_ALL 3
#define CURL_GLOBAL_ACK_EINTR (1L << 17)
#define CURL_POLL_NONE 0
#define CURL_POLL_IN (1L << 18)
#define CURL_POLL_OUT (1L << 19)
#define CURL_POLL_INOUT (1L << 20)
#define CURL_POLL_REMOVE (1L << 21)
#define CURL_CSELECT_IN (1L << 22)
#define CURL_CSELECT_OUT (1L << 23)
#define CURL_CSELECT_ERR (1L << 24)
#define CURL_WAIT_POLLIN (1L << 25)
#define CURL_WAIT_POLLPRI (1L << 26)
#define CURL_WAIT_POLLOUT (1L << 27)
#define CURLPAUSE_RECV (1L << 28)
#define CURLPAUSE_SEND (1L << 29)
#define CURLPAUSE_ALL (1L << 30)
#define CURLPAUSE_CONT 0
#define CURL_IPRESOLVE_WHATEVER 0
#define CURL_IPRESOLVE_V4 (1L << 0)
#define CURL_IPRESOLVE_V6 (1L << 1)
#define CURL_REDIR_GET_ALL 0
#define CURL_REDIR_POST_301 (1L << 2)
#define CURL_REDIR_POST_302 (1L << 3)
#define CURL_REDIR_POST_303 (1L << 4)
#define CURL_REDIR_POST_ALL (1L << 5)
#define CURLSSLOPT_ALLOW_BEAST (1L << 6)
#define CURLSSLOPT_NO_REVOKE (1L << 7)
#define CURLSSLOPT_NO_PARTIALCHAIN (1L << 8)
#define CURLSSLOPT_REVOKE_BEST_EFFORT (1L << 9)
#define CURLSSLOPT_NATIVE_CA (1L << 10)
#define CURLSSLOPT_AUTO_CLIENT_CERT (1L << 11)
#define CURLHEADER_UNIFIED (1L << 12)
#define CURLHEADER_SEPARATE (1L << 13)
#define CURLALTSVC_READONLYFILE (1L << 14)
#define CURLALTSVC_H1 (1L << 15)
#define CURLALTSVC_H2 (1L << 16)
#define CURLALTSVC_H3 (1L << 17)
#define CURLHSTS_ENABLE (1L << 18)
#define CURLHSTS_READONLYFILE (1L << 19)
#define CURLPIPE_NOTHING 0
#define CURLPIPE_HTTP1 (1L << 20)
#define CURLPIPE_MULTIPLEX (1L << 21)
#define CURLH_HEADER (1L << 22)
#define CURLH_TRAILER (1L << 23)
#define CURLH_CONNECT (1L << 24)
#define CURLH_1XX (1L << 25)
#define CURLH_PSEUDO (1L << 26)
#define CURL_SEEKFUNC_OK 0
#define CURL_SEEKFUNC_FAIL (1L << 27)
#define CURL_SEEKFUNC_CANTSEEK (1L << 28)
#define CURL_SOCKOPT_OK 0
#define CURL_SOCKOPT_ERROR (1L << 29)
#define CURL_SOCKOPT_ALREADY_CONNECTED (1L << 30)
#define CURL_VERSION_IPV6 (1L << 0)
#define CURL_VERSION_KERBEROS4 (1L << 1)
#define CURL_VERSION_SSL (1L << 2)
#define CURL_VERSION_LIBZ (1L << 3)
#define CURL_VERSION_NTLM (1L << 4)
#define CURL_VERSION_GSSNEGOTIATE (1L << 5)
#define CURL_VERSION_DEBUG (1L << 6)
#define CURL_VERSION_ASYNCHDNS (1L << 7)
#define CURL_VERSION_SPNEGO (1L << 8)
#define CURL_VERSION_LARGEFILE (1L << 9)
#define CURL_VERSION_IDN (1L << 10)
#define CURL_VERSION_HTTP2 (1L << 11)
#define CURL_VERSION_HTTP3 (1L << 12)
#define CURL_VERSION_BROTLI (1L << 13)
#define CURL_VERSION_ZSTD (1L << 14)
#define CURL_VERSION_UNIX_SOCKETS (1L << 15)
#define CURL_VERSION_ALTSVC (1L << 16)
#define CURL_VERSION_HSTS (1L << 17)
#define CURLWS_TEXT (1L << 18)
#define CURLWS_BINARY (1L << 19)
#define CURLWS_CONT (1L << 20)
#define CURLWS_CLOSE (1L << 21)
#define CURLWS_PING (1L << 22)
#define CURLWS_PONG (1L << 23)
#define CURLWS_OFFSET (1L << 24)

#include "curl_codes.h"
#include "curl_options.h"
#include "curl_info.h"
typedef enum {
  CURLINFO_TEXT, CURLINFO_HEADER_IN, CURLINFO_HEADER_OUT, CURLINFO_DATA_IN, CURLINFO_DATA_OUT,
  CURLINFO_SSL_DATA_IN, CURLINFO_SSL_DATA_OUT, CURLINFO_END
} curl_infotype;
typedef enum {
  CURLM_CALL_MULTI_PERFORM = -1, CURLM_OK, CURLM_ABORTED_BY_CALLBACK, CURLM_ADDED_ALREADY,
  CURLM_BAD_EASY_HANDLE, CURLM_BAD_FUNCTION_ARGUMENT, CURLM_BAD_HANDLE, CURLM_BAD_SOCKET,
  CURLM_INTERNAL_ERROR, CURLM_LAST, CURLM_OUT_OF_MEMORY, CURLM_RECURSIVE_API_CALL,
  CURLM_UNKNOWN_OPTION, CURLM_UNRECOVERABLE_POLL, CURLM_WAKEUP_FAILURE
} CURLMcode;
typedef enum {
  CURLMOPT_CHUNK_LENGTH_PENALTY_SIZE, CURLMOPT_CONTENT_LENGTH_PENALTY_SIZE, CURLMOPT_LASTENTRY,
  CURLMOPT_MAXCONNECTS, CURLMOPT_MAX_CONCURRENT_STREAMS, CURLMOPT_MAX_HOST_CONNECTIONS,
  CURLMOPT_MAX_PIPELINE_LENGTH, CURLMOPT_MAX_TOTAL_CONNECTIONS, CURLMOPT_PIPELINING,
  CURLMOPT_PIPELINING_SERVER_BL, CURLMOPT_PIPELINING_SITE_BL, CURLMOPT_PUSHDATA,
  CURLMOPT_PUSHFUNCTION, CURLMOPT_SOCKETDATA, CURLMOPT_SOCKETFUNCTION, CURLMOPT_TIMERDATA,
  CURLMOPT_TIMERFUNCTION
} CURLMoption;
typedef enum {
  CURLSHE_OK, CURLSHE_BAD_OPTION, CURLSHE_IN_USE, CURLSHE_INVALID, CURLSHE_NOMEM,
  CURLSHE_NOT_BUILT_IN, CURLSHE_LAST
} CURLSHcode;
typedef enum {
  CURLSHOPT_NONE, CURLSHOPT_SHARE, CURLSHOPT_UNSHARE, CURLSHOPT_LOCKFUNC, CURLSHOPT_UNLOCKFUNC,
  CURLSHOPT_USERDATA, CURLSHOPT_LAST
} CURLSHoption;
typedef enum {
  CURLMSG_NONE, CURLMSG_DONE, CURLMSG_LAST
} CURLMSG;
#include "curl_url.h"
typedef enum {
  CURLHE_OK, CURLHE_BADINDEX, CURLHE_MISSING, CURLHE_NOHEADERS, CURLHE_NOREQUEST,
  CURLHE_OUT_OF_MEMORY, CURLHE_BAD_ARGUMENT, CURLHE_NOT_BUILT_IN
} CURLHcode;
typedef enum {
  CURL_LOCK_DATA_NONE, CURL_LOCK_DATA_SHARE, CURL_LOCK_DATA_COOKIE, CURL_LOCK_DATA_DNS,
  CURL_LOCK_DATA_SSL_SESSION, CURL_LOCK_DATA_CONNECT, CURL_LOCK_DATA_PSL, CURL_LOCK_DATA_HSTS,
  CURL_LOCK_DATA_LAST
} curl_lock_data;
typedef enum {
  CURL_LOCK_ACCESS_NONE, CURL_LOCK_ACCESS_SHARED, CURL_LOCK_ACCESS_SINGLE, CURL_LOCK_ACCESS_LAST
} curl_lock_access;
typedef enum {
  CURLFORM_NOTHING, CURLFORM_COPYNAME, CURLFORM_PTRNAME, CURLFORM_NAMELENGTH,
  CURLFORM_COPYCONTENTS, CURLFORM_PTRCONTENTS, CURLFORM_CONTENTSLENGTH, CURLFORM_FILECONTENT,
  CURLFORM_ARRAY, CURLFORM_FILE, CURLFORM_BUFFER, CURLFORM_BUFFERPTR, CURLFORM_BUFFERLENGTH,
  CURLFORM_CONTENTTYPE, CURLFORM_CONTENTHEADER, CURLFORM_FILENAME, CURLFORM_END, CURLFORM_STREAM,
  CURLFORM_CONTENTLEN, CURLFORM_LASTENTRY
} CURLformoption;
typedef enum {
  CURL_FORMADD_OK, CURL_FORMADD_MEMORY, CURL_FORMADD_OPTION_TWICE, CURL_FORMADD_NULL,
  CURL_FORMADD_UNKNOWN_OPTION, CURL_FORMADD_INCOMPLETE, CURL_FORMADD_ILLEGAL_ARRAY,
  CURL_FORMADD_DISABLED, CURL_FORMADD_LAST
} CURLFORMcode;
typedef enum {
  CURLUSESSL_NONE, CURLUSESSL_TRY, CURLUSESSL_CONTROL, CURLUSESSL_ALL, CURLUSESSL_LAST
} curl_usessl;
typedef enum {
  CURLPROXY_HTTP, CURLPROXY_HTTP_1_0, CURLPROXY_HTTPS, CURLPROXY_SOCKS4, CURLPROXY_SOCKS5,
  CURLPROXY_SOCKS4A, CURLPROXY_SOCKS5_HOSTNAME
} curl_proxytype;
typedef enum {
  CURLSOCKTYPE_IPCXN, CURLSOCKTYPE_ACCEPT, CURLSOCKTYPE_LAST
} curlsocktype;
typedef enum {
  CURLSSLBACKEND_NONE, CURLSSLBACKEND_OPENSSL, CURLSSLBACKEND_GNUTLS, CURLSSLBACKEND_NSS,
  CURLSSLBACKEND_OBSOLETE4, CURLSSLBACKEND_GSKIT, CURLSSLBACKEND_POLARSSL, CURLSSLBACKEND_WOLFSSL,
  CURLSSLBACKEND_SCHANNEL, CURLSSLBACKEND_SECURETRANSPORT, CURLSSLBACKEND_AXTLS,
  CURLSSLBACKEND_MBEDTLS, CURLSSLBACKEND_MESALINK, CURLSSLBACKEND_BEARSSL, CURLSSLBACKEND_RUSTLS
} curl_sslbackend;
typedef enum {
  CURLSSLSET_OK, CURLSSLSET_UNKNOWN_BACKEND, CURLSSLSET_TOO_LATE, CURLSSLSET_NO_BACKENDS
} CURLsslset;
enum {
  CURL_HTTP_VERSION_NONE, CURL_HTTP_VERSION_1_0, CURL_HTTP_VERSION_1_1, CURL_HTTP_VERSION_2_0,
  CURL_HTTP_VERSION_2TLS, CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE, CURL_HTTP_VERSION_3,
  CURL_HTTP_VERSION_3ONLY, CURL_HTTP_VERSION_LAST
};
enum {
  CURL_SSLVERSION_DEFAULT, CURL_SSLVERSION_TLSv1, CURL_SSLVERSION_SSLv2, CURL_SSLVERSION_SSLv3,
  CURL_SSLVERSION_TLSv1_0, CURL_SSLVERSION_TLSv1_1, CURL_SSLVERSION_TLSv1_2,
  CURL_SSLVERSION_TLSv1_3, CURL_SSLVERSION_LAST, CURL_SSLVERSION_MAX_NONE,
  CURL_SSLVERSION_MAX_DEFAULT, CURL_SSLVERSION_MAX_TLSv1_0, CURL_SSLVERSION_MAX_TLSv1_1,
  CURL_SSLVERSION_MAX_TLSv1_2, CURL_SSLVERSION_MAX_TLSv1_3, CURL_SSLVERSION_MAX_LAST
};
enum CURL_NETRC_OPTION {
  CURL_NETRC_IGNORED, CURL_NETRC_OPTIONAL, CURL_NETRC_REQUIRED, CURL_NETRC_LAST
};
enum {
  CURLFTPAUTH_DEFAULT, CURLFTPAUTH_LAST, CURLFTPAUTH_SSL, CURLFTPAUTH_TLS, CURLFTPMETHOD_DEFAULT,
  CURLFTPMETHOD_LAST, CURLFTPMETHOD_MULTICWD, CURLFTPMETHOD_NOCWD, CURLFTPMETHOD_SINGLECWD,
  CURLFTPSSL_CCC_ACTIVE, CURLFTPSSL_CCC_LAST, CURLFTPSSL_CCC_NONE, CURLFTPSSL_CCC_PASSIVE,
  CURLFTP_CREATE_DIR, CURLFTP_CREATE_DIR_LAST, CURLFTP_CREATE_DIR_NONE, CURLFTP_CREATE_DIR_RETRY,
  CURLKHTYPE_DSS, CURLKHTYPE_ECDSA, CURLKHTYPE_ED25519, CURLKHTYPE_RSA, CURLKHTYPE_RSA1,
  CURLKHTYPE_UNKNOWN, CURLPX_BAD_ADDRESS_TYPE, CURLPX_BAD_VERSION, CURLPX_CLOSED, CURLPX_GSSAPI,
  CURLPX_GSSAPI_PERMSG, CURLPX_GSSAPI_PROTECTION, CURLPX_IDENTD, CURLPX_IDENTD_DIFFER,
  CURLPX_LAST, CURLPX_LONG_HOSTNAME, CURLPX_LONG_PASSWD, CURLPX_LONG_USER, CURLPX_NO_AUTH,
  CURLPX_OK, CURLPX_RECV_ADDRESS, CURLPX_RECV_AUTH, CURLPX_RECV_CONNECT, CURLPX_RECV_REQACK,
  CURLPX_REPLY_ADDRESS_TYPE_NOT_SUPPORTED, CURLPX_REPLY_COMMAND_NOT_SUPPORTED,
  CURLPX_REPLY_CONNECTION_REFUSED, CURLPX_REPLY_GENERAL_SERVER_FAILURE,
  CURLPX_REPLY_HOST_UNREACHABLE, CURLPX_REPLY_NETWORK_UNREACHABLE, CURLPX_REPLY_NOT_ALLOWED,
  CURLPX_REPLY_TTL_EXPIRED, CURLPX_REPLY_UNASSIGNED, CURLPX_REQUEST_FAILED, CURLPX_RESOLVE_HOST,
  CURLPX_SEND_AUTH, CURLPX_SEND_CONNECT, CURLPX_SEND_REQUEST, CURLPX_UNKNOWN_FAIL,
  CURLPX_UNKNOWN_MODE, CURLPX_USER_REJECTED, CURLSTS_DONE, CURLSTS_FAIL, CURLSTS_OK,
  CURL_RTSPREQ_ANNOUNCE, CURL_RTSPREQ_DESCRIBE, CURL_RTSPREQ_GET_PARAMETER, CURL_RTSPREQ_LAST,
  CURL_RTSPREQ_NONE, CURL_RTSPREQ_OPTIONS, CURL_RTSPREQ_PAUSE, CURL_RTSPREQ_PLAY,
  CURL_RTSPREQ_RECEIVE, CURL_RTSPREQ_RECORD, CURL_RTSPREQ_SETUP, CURL_RTSPREQ_SET_PARAMETER,
  CURL_RTSPREQ_TEARDOWN, CURL_TIMECOND_IFMODSINCE, CURL_TIMECOND_IFUNMODSINCE, CURL_TIMECOND_LAST,
  CURL_TIMECOND_LASTMOD, CURL_TIMECOND_NONE, CURL_TLSAUTH_LAST, CURL_TLSAUTH_NONE,
  CURL_TLSAUTH_SRP
};
#define CURLUSESSL_CLEAR CURLUSESSL_NONE
#define CURLSSLBACKEND_LIBRESSL CURLSSLBACKEND_OPENSSL
#define CURLU_DEFAULT_PORT 1
#define CURLU_NO_DEFAULT_PORT 2
#define CURLU_DEFAULT_SCHEME 4
#define CURLU_NON_SUPPORT_SCHEME 8
#define CURLU_PATH_AS_IS 16
#define CURLU_URLDECODE 64
#define CURLU_URLENCODE 128
#define CURLU_APPENDQUERY 256
#define CURLU_GUESS_SCHEME 512
#define CURLU_NO_AUTHORITY 1024
#define CURLU_ALLOW_SPACE 2048

struct curl_slist {
  char* data;
  struct curl_slist* next;
};
struct curl_httppost {
  struct curl_httppost* next;
  char* name;
};
struct curl_blob {
  void* data;
  size_t len;
  unsigned int flags;
};
#define CURL_BLOB_COPY 1
#define CURL_BLOB_NOCOPY 0
struct curl_certinfo {
  int num_of_certs;
  struct curl_slist** certinfo;
};
struct curl_waitfd {
  curl_socket_t fd;
  short events;
  short revents;
};
struct curl_header {
  char* name;
  char* value;
  size_t amount;
  size_t index;
  unsigned int origin;
  void* anchor;
};
struct curl_ws_frame {
  int age;
  int flags;
  curl_off_t offset;
  curl_off_t bytesleft;
  size_t len;
};
struct curl_sockaddr {
  int family;
  int socktype;
  int protocol;
  unsigned int addrlen;
  struct sockaddr addr;
};
typedef struct {
  CURLMSG msg;
  CURL* easy_handle;
  union {
    void* whatever;
    CURLcode result;
  } data;
} CURLMsg;
typedef struct {
  int age;
  const char* version;
  unsigned int version_num;
  const char* host;
  int features;
  const char* ssl_version;
  long ssl_version_num;
  const char* libz_version;
  const char* const* protocols;
  const char* libssh_version;
  const char* nghttp2_version;
} curl_version_info_data;
typedef int CURLversion;
typedef struct curl_mime curl_mime;
typedef struct curl_mimepart curl_mimepart;
typedef struct Curl_URL CURLU;

typedef size_t (*curl_write_callback)(char*, size_t, size_t, void*);
typedef size_t (*curl_read_callback)(char*, size_t, size_t, void*);
typedef int (*curl_seek_callback)(void*, curl_off_t, int);
typedef int (*curl_progress_callback)(void*, double, double, double, double);
typedef int (*curl_xferinfo_callback)(void*, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
typedef int (*curl_debug_callback)(CURL*, curl_infotype, char*, size_t, void*);
typedef CURLcode (*curl_ssl_ctx_callback)(CURL*, void*, void*);
typedef int (*curl_sockopt_callback)(void*, curl_socket_t, curlsocktype);
typedef curl_socket_t (*curl_opensocket_callback)(void*, curlsocktype, struct curl_sockaddr*);
typedef int (*curl_closesocket_callback)(void*, curl_socket_t);
typedef int (*curl_socket_callback)(CURL*, curl_socket_t, int, void*, void*);
typedef int (*curl_multi_timer_callback)(CURLM*, long, void*);
typedef void (*curl_lock_function)(CURL*, curl_lock_data, curl_lock_access, void*);
typedef void (*curl_unlock_function)(CURL*, curl_lock_data, void*);
typedef void (*curl_free_callback)(void*);
typedef void* (*curl_malloc_callback)(size_t);

CURLcode curl_global_init(long flags);
CURLcode curl_global_init_mem(long flags, curl_malloc_callback m, curl_free_callback f,
                              void* (*r)(void*, size_t), char* (*s)(const char*),
                              void* (*c)(size_t, size_t));
void curl_global_cleanup(void);
CURLsslset curl_global_sslset(curl_sslbackend id, const char* name, const void*** avail);
char* curl_version(void);
curl_version_info_data* curl_version_info(CURLversion age);

CURL* curl_easy_init(void);
CURLcode curl_easy_setopt(CURL* curl, CURLoption option, ...);
CURLcode curl_easy_perform(CURL* curl);
void curl_easy_cleanup(CURL* curl);
CURLcode curl_easy_getinfo(CURL* curl, CURLINFO info, ...);
CURL* curl_easy_duphandle(CURL* curl);
void curl_easy_reset(CURL* curl);
CURLcode curl_easy_recv(CURL* curl, void* buffer, size_t length, size_t* n);
CURLcode curl_easy_send(CURL* curl, const void* buffer, size_t length, size_t* n);
CURLcode curl_easy_pause(CURL* curl, int bitmask);
CURLcode curl_easy_upkeep(CURL* curl);
const char* curl_easy_strerror(CURLcode code);
char* curl_easy_escape(CURL* curl, const char* text, int length);
char* curl_easy_unescape(CURL* curl, const char* text, int length, int* out);
char* curl_escape(const char* text, int length);
char* curl_unescape(const char* text, int length);
void curl_free(void* p);
CURLHcode curl_easy_header(CURL* curl, const char* name, size_t index, unsigned int origin,
                           int request, struct curl_header** out);
struct curl_header* curl_easy_nextheader(CURL* curl, unsigned int origin, int request,
                                         struct curl_header* prev);
CURLcode curl_ws_recv(CURL* curl, void* buffer, size_t length, size_t* n,
                      const struct curl_ws_frame** meta);
CURLcode curl_ws_send(CURL* curl, const void* buffer, size_t length, size_t* sent,
                      curl_off_t fragsize, unsigned int flags);

struct curl_slist* curl_slist_append(struct curl_slist* list, const char* text);
void curl_slist_free_all(struct curl_slist* list);
time_t curl_getdate(const char* text, const time_t* now);
char* curl_getenv(const char* name);
CURLFORMcode curl_formadd(struct curl_httppost** post, struct curl_httppost** last, ...);
void curl_formfree(struct curl_httppost* form);
int curl_strequal(const char* a, const char* b);
int curl_strnequal(const char* a, const char* b, size_t n);

curl_mime* curl_mime_init(CURL* easy);
void curl_mime_free(curl_mime* mime);
curl_mimepart* curl_mime_addpart(curl_mime* mime);
CURLcode curl_mime_name(curl_mimepart* part, const char* name);
CURLcode curl_mime_filename(curl_mimepart* part, const char* name);
CURLcode curl_mime_type(curl_mimepart* part, const char* type);
CURLcode curl_mime_encoder(curl_mimepart* part, const char* encoding);
CURLcode curl_mime_data(curl_mimepart* part, const char* data, size_t size);
CURLcode curl_mime_filedata(curl_mimepart* part, const char* name);
CURLcode curl_mime_data_cb(curl_mimepart* part, curl_off_t size, curl_read_callback read,
                           curl_seek_callback seek, curl_free_callback release, void* arg);
CURLcode curl_mime_subparts(curl_mimepart* part, curl_mime* parts);
CURLcode curl_mime_headers(curl_mimepart* part, struct curl_slist* headers, int take);

CURLM* curl_multi_init(void);
CURLMcode curl_multi_add_handle(CURLM* multi, CURL* curl);
CURLMcode curl_multi_remove_handle(CURLM* multi, CURL* curl);
CURLMcode curl_multi_perform(CURLM* multi, int* running);
CURLMcode curl_multi_wait(CURLM* multi, struct curl_waitfd* extra, unsigned int n, int timeout_ms,
                          int* ready);
CURLMcode curl_multi_poll(CURLM* multi, struct curl_waitfd* extra, unsigned int n, int timeout_ms,
                          int* ready);
CURLMcode curl_multi_wakeup(CURLM* multi);
CURLMcode curl_multi_fdset(CURLM* multi, fd_set* read, fd_set* write, fd_set* except, int* max);
CURLMcode curl_multi_timeout(CURLM* multi, long* milliseconds);
CURLMcode curl_multi_socket(CURLM* multi, curl_socket_t socket, int* running);
CURLMcode curl_multi_socket_action(CURLM* multi, curl_socket_t socket, int bits, int* running);
CURLMcode curl_multi_assign(CURLM* multi, curl_socket_t socket, void* p);
CURLMcode curl_multi_setopt(CURLM* multi, CURLMoption option, ...);
CURLMsg* curl_multi_info_read(CURLM* multi, int* left);
CURLMcode curl_multi_cleanup(CURLM* multi);
const char* curl_multi_strerror(CURLMcode code);

CURLSH* curl_share_init(void);
CURLSHcode curl_share_setopt(CURLSH* share, CURLSHoption option, ...);
CURLSHcode curl_share_cleanup(CURLSH* share);
const char* curl_share_strerror(CURLSHcode code);

CURLU* curl_url(void);
void curl_url_cleanup(CURLU* url);
CURLU* curl_url_dup(const CURLU* url);
CURLUcode curl_url_get(const CURLU* url, CURLUPart part, char** text, unsigned int flags);
CURLUcode curl_url_set(CURLU* url, CURLUPart part, const char* text, unsigned int flags);
const char* curl_url_strerror(CURLUcode code);

#ifdef __cplusplus
}
#endif
