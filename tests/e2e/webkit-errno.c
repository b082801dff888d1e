// Loaded into WebKit by the tests (LD_PRELOAD), against a crash now and then, the more the busier the machine.
//
// WebKit stops threads by SIGUSR1, its garbage collector among others. The handler waits in sigsuspend(), which leaves errno
// at EINTR ("Interrupted system call"), and does not put it back: what the thread was doing takes that for its own failure.
// GLib 2.74 clears errno, calls getauxval() and ends the process if errno is set afterwards ("getauxval () failed"; a
// trap in the kernel's log). Here such a handler leaves errno as it was, as every handler must.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stddef.h>

typedef void handler(int, siginfo_t *, void *);

static handler *own; // WebKit's

static void keep_errno(int number, siginfo_t *info, void *context) {
  int kept = errno;
  own(number, info, context);
  errno = kept;
}

int sigaction(int number, const struct sigaction *wanted, struct sigaction *before) {
  int (*real)(int, const struct sigaction *, struct sigaction *) = dlsym(RTLD_NEXT, "sigaction");
  handler *former = own;
  struct sigaction keeping;
  if (number == SIGUSR1 && wanted != NULL && (wanted->sa_flags & SA_SIGINFO)) {
    own = wanted->sa_sigaction;
    keeping = *wanted;
    keeping.sa_sigaction = keep_errno;
    wanted = &keeping;
  }
  int result = real(number, wanted, before);
  if (result == 0 && before != NULL && before->sa_sigaction == keep_errno) before->sa_sigaction = former;
  return result;
}
