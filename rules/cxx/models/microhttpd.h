// Model of GNU libmicrohttpd: https://www.gnu.org/software/libmicrohttpd/manual/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MHD_VERSION 0x00097500
#define MHD_HTTP_OK 200
#define MHD_HTTP_BAD_REQUEST 400
#define MHD_HTTP_NOT_FOUND 404
#define MHD_HTTP_METHOD_NOT_ALLOWED 405
#define MHD_HTTP_INTERNAL_SERVER_ERROR 500
#define MHD_HTTP_SERVICE_UNAVAILABLE 503
#define MHD_HTTP_HEADER_CONTENT_TYPE "Content-Type"
struct MHD_Daemon;
struct MHD_Connection;
struct MHD_Response;
struct MHD_PostProcessor;
enum MHD_Result { MHD_NO = 0, MHD_YES = 1 };
enum MHD_FLAG { MHD_NO_FLAG = 0, MHD_USE_DEBUG = 1, MHD_USE_TLS = 2, MHD_USE_THREAD_PER_CONNECTION = 4, MHD_USE_SELECT_INTERNALLY = 8, MHD_USE_INTERNAL_POLLING_THREAD = 8, MHD_USE_IPv6 = 16, MHD_USE_POLL = 64, MHD_USE_EPOLL = 512, MHD_USE_DUAL_STACK = 2064, MHD_USE_AUTO = 65536 };
enum MHD_OPTION { MHD_OPTION_END = 0, MHD_OPTION_CONNECTION_MEMORY_LIMIT = 1, MHD_OPTION_CONNECTION_LIMIT = 2, MHD_OPTION_CONNECTION_TIMEOUT = 3, MHD_OPTION_NOTIFY_COMPLETED = 4, MHD_OPTION_SOCK_ADDR = 6, MHD_OPTION_THREAD_POOL_SIZE = 14 };
enum MHD_ValueKind { MHD_RESPONSE_HEADER_KIND = 0, MHD_HEADER_KIND = 1, MHD_COOKIE_KIND = 2, MHD_POSTDATA_KIND = 4, MHD_GET_ARGUMENT_KIND = 8 };
enum MHD_ResponseMemoryMode { MHD_RESPMEM_PERSISTENT, MHD_RESPMEM_MUST_FREE, MHD_RESPMEM_MUST_COPY };
enum MHD_RequestTerminationCode { MHD_REQUEST_TERMINATED_COMPLETED_OK = 0 };
typedef enum MHD_Result (*MHD_AcceptPolicyCallback)(void*, const struct sockaddr*, unsigned);
typedef enum MHD_Result (*MHD_AccessHandlerCallback)(void*, struct MHD_Connection*, const char*,
                                                     const char*, const char*, const char*,
                                                     size_t*, void**);
typedef enum MHD_Result (*MHD_KeyValueIterator)(void*, enum MHD_ValueKind, const char*,
                                                const char*);
struct MHD_Daemon* MHD_start_daemon(unsigned flags, uint16_t port, MHD_AcceptPolicyCallback accept,
                                    void* accept_data, MHD_AccessHandlerCallback handler,
                                    void* data, ...);
void MHD_stop_daemon(struct MHD_Daemon* daemon);
int MHD_quiesce_daemon(struct MHD_Daemon* daemon);
const char* MHD_lookup_connection_value(struct MHD_Connection* c, enum MHD_ValueKind kind,
                                        const char* key);
int MHD_get_connection_values(struct MHD_Connection* c, enum MHD_ValueKind kind,
                              MHD_KeyValueIterator f, void* data);
struct MHD_Response* MHD_create_response_from_buffer(size_t size, void* data,
                                                     enum MHD_ResponseMemoryMode mode);
struct MHD_Response* MHD_create_response_from_fd(size_t size, int fd);
enum MHD_Result MHD_add_response_header(struct MHD_Response* response, const char* name,
                                        const char* value);
enum MHD_Result MHD_queue_response(struct MHD_Connection* c, unsigned status,
                                   struct MHD_Response* response);
void MHD_destroy_response(struct MHD_Response* response);

#ifdef __cplusplus
}
#endif
