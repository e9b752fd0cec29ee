// C model of libubox: https://openwrt.org/docs/techref/libubox. Declarations only.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/time.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uloop_fd;
struct uloop_timeout;
struct uloop_process;

typedef void (*uloop_fd_handler)(struct uloop_fd* u, unsigned int events);
typedef void (*uloop_timeout_handler)(struct uloop_timeout* t);
typedef void (*uloop_process_handler)(struct uloop_process* c, int ret);

#define ULOOP_READ (1 << 0)
#define ULOOP_WRITE (1 << 1)
#define ULOOP_EDGE_TRIGGER (1 << 2)
#define ULOOP_BLOCKING (1 << 3)

struct uloop_fd {
  uloop_fd_handler cb;
  int fd;
  bool eof;
  bool error;
  bool registered;
  uint8_t flags;
};
struct uloop_timeout {
  bool pending;
  uloop_timeout_handler cb;
  struct timeval time;
};
struct uloop_process {
  bool pending;
  uloop_process_handler cb;
  pid_t pid;
};

extern bool uloop_cancelled;

int uloop_init(void);
int uloop_run(void);
int uloop_run_timeout(int timeout);
void uloop_end(void);
void uloop_done(void);
int uloop_fd_add(struct uloop_fd* sock, unsigned int flags);
int uloop_fd_delete(struct uloop_fd* sock);
int uloop_timeout_add(struct uloop_timeout* timeout);
int uloop_timeout_set(struct uloop_timeout* timeout, int msecs);
int uloop_timeout_cancel(struct uloop_timeout* timeout);
int uloop_timeout_remaining(struct uloop_timeout* timeout);
int uloop_process_add(struct uloop_process* p);
int uloop_process_delete(struct uloop_process* p);

#ifdef __cplusplus
}
#endif
