// Model of sd-journal: https://www.freedesktop.org/software/systemd/man/latest/sd-journal.html.
#pragma once

#include <stdarg.h>
#include <sys/uio.h>

#ifdef __cplusplus
extern "C" {
#endif

int sd_journal_print(int priority, const char* format, ...);
int sd_journal_printv(int priority, const char* format, va_list arguments);
int sd_journal_send(const char* format, ...);
int sd_journal_sendv(const struct iovec* fields, int n);

#ifdef __cplusplus
}
#endif
