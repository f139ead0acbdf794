"""Which calls of the kernel student code may not make: a seccomp filter, through libseccomp."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
from typing import ClassVar

from .namespaces import check, libc

# What no exercise needs: exploits of the kernel begin with it, or it makes memory that no process is seen to hold.
REFUSED = """
acct add_key bpf chroot clock_settime delete_module fanotify_init finit_module fsconfig fsmount fsopen fspick
init_module io_uring_enter io_uring_register io_uring_setup ioperm iopl kcmp kexec_file_load kexec_load keyctl
lookup_dcookie memfd_create memfd_secret mount mount_setattr move_mount move_pages name_to_handle_at nfsservctl
open_by_handle_at open_tree perf_event_open personality pidfd_getfd pivot_root process_madvise process_vm_readv
process_vm_writev ptrace quotactl reboot request_key sethostname setdomainname setns settimeofday shmget swapoff
swapon syslog umount2 unshare userfaultfd vhangup
"""
_NEW_NAMESPACES = 0x7E020080  # every CLONE_NEW… flag of clone
_AF_UNIX = 1
_SOL_SOCKET, _SO_PASSCRED, _SO_PASSPIDFD = 1, 16, 76
# From linux/prctl.h, linux/seccomp.h and linux/filter.h.
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _SECCOMP_MODE_FILTER = 22, 38, 2
_INSTRUCTION_BYTES = 8


def call_filter() -> bytes:
    """The filter as a program for the kernel, which a child loads; empty where this machine has no libseccomp.

    A refused call fails with EPERM, so that a library that merely tries can do without.
    """
    try:
        import pyseccomp as seccomp
    except (ImportError, OSError, RuntimeError):
        return b""
    refused = seccomp.ERRNO(errno.EPERM)
    calls = seccomp.SyscallFilter(seccomp.ALLOW)
    for name in REFUSED.split():
        with contextlib.suppress(OSError, ValueError):  # a call that this kernel or processor does not know
            calls.add_rule(refused, name)
    calls.add_rule(refused, "socket", seccomp.Arg(0, seccomp.NE, _AF_UNIX))
    # The children of a sandbox share a network. A socket without a name cannot be called by another child; these two
    # options have the kernel give it a name.
    calls.add_rule(refused, "bind")
    for option in (_SO_PASSCRED, _SO_PASSPIDFD):
        of = (seccomp.Arg(1, seccomp.EQ, _SOL_SOCKET), seccomp.Arg(2, seccomp.EQ, option))
        calls.add_rule(refused, "setsockopt", *of)
    for bit in range(32):
        if _NEW_NAMESPACES >> bit & 1:
            calls.add_rule(refused, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, 1 << bit, 1 << bit))
    # The flags of clone3 cannot be read by a filter; without it the C library falls back to clone.
    calls.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    with open(os.memfd_create("calls"), "w+b") as file:
        calls.export_bpf(file)
        file.seek(0)
        return file.read()


class _Program(ctypes.Structure):
    """`struct sock_fprog` of linux/filter.h: how many instructions, and where they stand."""

    _fields_: ClassVar = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def load_filter(program: bytes) -> None:
    """Have the kernel refuse these calls from now on, in this process and in all that it starts."""
    filled = _Program(len(program) // _INSTRUCTION_BYTES, program)
    check(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    check(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(filled), 0, 0))
