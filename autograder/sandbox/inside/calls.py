"""Which calls of the kernel student code may not make: a seccomp filter, through libseccomp."""

from __future__ import annotations

import contextlib
import errno
from typing import Any

# What no exercise needs and exploits of the kernel begin with.
REFUSED = """
acct add_key bpf chroot clock_settime delete_module fanotify_init finit_module fsconfig fsmount fsopen fspick
init_module io_uring_enter io_uring_register io_uring_setup ioperm iopl kcmp kexec_file_load kexec_load keyctl
lookup_dcookie mount mount_setattr move_mount move_pages name_to_handle_at nfsservctl open_by_handle_at open_tree
perf_event_open personality pidfd_getfd pivot_root process_madvise process_vm_readv process_vm_writev ptrace
quotactl reboot request_key sethostname setdomainname setns settimeofday swapoff swapon syslog umount2 unshare
userfaultfd vhangup
"""
_NEW_NAMESPACES = 0x7E020080  # every CLONE_NEW… flag of clone
_AF_UNIX = 1


def call_filter() -> Any:
    """A filter to `load` in a child; None where this machine has no libseccomp.

    A refused call fails with EPERM, so that a library that merely tries can do without.
    """
    try:
        import pyseccomp as seccomp
    except (ImportError, OSError, RuntimeError):
        return None
    refused = seccomp.ERRNO(errno.EPERM)
    calls = seccomp.SyscallFilter(seccomp.ALLOW)
    for name in REFUSED.split():
        with contextlib.suppress(OSError, ValueError):  # a call that this kernel or processor does not know
            calls.add_rule(refused, name)
    calls.add_rule(refused, "socket", seccomp.Arg(0, seccomp.NE, _AF_UNIX))
    for bit in range(32):
        if _NEW_NAMESPACES >> bit & 1:
            calls.add_rule(refused, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, 1 << bit, 1 << bit))
    # The flags of clone3 cannot be read by a filter; without it the C library falls back to clone.
    calls.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    return calls
