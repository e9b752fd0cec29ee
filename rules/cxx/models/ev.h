// Model of libev: http://pod.tst.eu/http://cvs.schmorp.de/libev/ev.pod. Declarations only.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef double ev_tstamp;
struct ev_loop;
#define EV_P struct ev_loop* loop
#define EV_P_ EV_P,
#define EV_A loop
#define EV_A_ EV_A,
#define EV_DEFAULT ev_default_loop(0)
#define EV_DEFAULT_ EV_DEFAULT,
#define EVFLAG_AUTO 0
#define EVBREAK_ONE 1
#define EVBREAK_ALL 2
enum { EV_READ = 1, EV_WRITE = 2, EV_TIMER = 256, EV_SIGNAL = 1024, EV_ASYNC = 0x80000 };
typedef struct ev_io {
  int active;
  void* data;
  int fd;
  int events;
} ev_io;
typedef struct ev_timer {
  int active;
  void* data;
  ev_tstamp repeat;
} ev_timer;
typedef struct ev_signal {
  int active;
  void* data;
  int signum;
} ev_signal;
typedef struct ev_async {
  int active;
  void* data;
} ev_async;
struct ev_loop* ev_default_loop(unsigned flags);
struct ev_loop* ev_loop_new(unsigned flags);
int ev_run(struct ev_loop* loop, int flags);
void ev_break(struct ev_loop* loop, int how);
void ev_unloop(struct ev_loop* loop, int how);
void ev_io_init(ev_io* w, void (*f)(struct ev_loop*, ev_io*, int), int fd, int events);
void ev_io_start(struct ev_loop* loop, ev_io* w);
void ev_io_stop(struct ev_loop* loop, ev_io* w);
void ev_timer_init(ev_timer* w, void (*f)(struct ev_loop*, ev_timer*, int), ev_tstamp after,
                   ev_tstamp repeat);
void ev_timer_start(struct ev_loop* loop, ev_timer* w);
void ev_timer_stop(struct ev_loop* loop, ev_timer* w);
void ev_timer_again(struct ev_loop* loop, ev_timer* w);
void ev_signal_init(ev_signal* w, void (*f)(struct ev_loop*, ev_signal*, int), int number);
void ev_signal_set(ev_signal* w, int number);
void ev_signal_start(struct ev_loop* loop, ev_signal* w);
void ev_signal_stop(struct ev_loop* loop, ev_signal* w);
void ev_async_init(ev_async* w, void (*f)(struct ev_loop*, ev_async*, int));
void ev_async_start(struct ev_loop* loop, ev_async* w);
void ev_async_send(struct ev_loop* loop, ev_async* w);

#ifdef __cplusplus
}
#endif
