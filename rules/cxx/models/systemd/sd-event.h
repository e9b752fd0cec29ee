// Model of sd-event: https://www.freedesktop.org/software/systemd/man/latest/sd-event.html.
#pragma once

#include <signal.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sd_event sd_event;
typedef struct sd_event_source sd_event_source;
struct signalfd_siginfo;
typedef int (*sd_event_signal_handler_t)(sd_event_source*, const struct signalfd_siginfo*, void*);
int sd_event_default(sd_event** event);
int sd_event_new(sd_event** event);
sd_event* sd_event_unref(sd_event* event);
int sd_event_add_signal(sd_event* event, sd_event_source** source, int number,
                        sd_event_signal_handler_t f, void* data);
int sd_event_set_signal_exit(sd_event* event, int on);
int sd_event_loop(sd_event* event);
int sd_event_exit(sd_event* event, int code);

#ifdef __cplusplus
}
#endif
