"""The namespaces, mounts and rights of a child, by the kernel's own calls."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

# From linux/sched.h, linux/mount.h, linux/prctl.h and linux/capability.h.
CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID = 0x00020000, 0x08000000, 0x10000000, 0x20000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
PR_SET_DUMPABLE = 4
LINUX_CAPABILITY_VERSION_3 = 0x20080522

_TERMINALS = 32

libc = ctypes.CDLL(None, use_errno=True)


def leave_namespaces() -> None:
    """Have this process and what it starts in namespaces of its own: user, mounts, processes, IPC."""
    uid, gid = os.getuid(), os.getgid()
    check(libc.unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC))
    close_memory(False)  # who is closed cannot write its own maps, unless it is root outside
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    close_memory(True)


def mount_empty(folder: str, megabytes: int) -> None:
    """An empty folder in memory, this child's own."""
    options = f"size={megabytes}m,mode=0700"
    check(libc.mount(b"tmpfs", folder.encode(), b"tmpfs", MS_NOSUID | MS_NODEV, options.encode()))


def mount_terminals() -> None:
    """Terminals of this child's own, and not many: the machine has some thousands for everybody."""
    options = f"newinstance,ptmxmode=0666,mode=0620,max={_TERMINALS}"
    check(libc.mount(b"devpts", b"/dev/pts", b"devpts", MS_NOSUID | MS_NOEXEC, options.encode()))


def hide_processes() -> bool:
    """Give the child a /proc that knows its own processes only; whether that was granted.

    The kernel grants a new /proc to those who can see a whole one: bubblewrap lends it at /whole, which is covered
    before student code runs. Where the machine's own /proc is masked the sandbox's stays; the warm process and the
    supervisors in it are closed to the child (`close_memory`).
    """
    hidden = libc.mount(b"proc", b"/proc", b"proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, None) == 0
    check(libc.mount(b"tmpfs", b"/whole", b"tmpfs", MS_RDONLY, b"size=4k,mode=0"))
    return hidden


def close_memory(closed: bool) -> None:
    """Whether other processes of this user may look into this one's memory."""
    check(libc.prctl(PR_SET_DUMPABLE, 0 if closed else 1, 0, 0, 0))


def drop_capabilities() -> None:
    """Give up what a new user namespace granted; bubblewrap's no_new_privs makes that final."""
    header = (ctypes.c_uint32 * 2)(LINUX_CAPABILITY_VERSION_3, 0)
    check(libc.capset(header, (ctypes.c_uint32 * 6)()))


def check(result: int) -> None:
    """Raises OSError where a call of the C library has failed."""
    if result != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
