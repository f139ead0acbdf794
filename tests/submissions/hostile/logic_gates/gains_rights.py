# sabotage: Tries to become root: setuid, new namespaces, mounts, ptrace.
# must: loses nothing

# %% nbgrader={"grade_id": "step"}
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
gained = [name for name, got in (
    ("setuid", lambda: libc.setuid(0)),
    ("unshare", lambda: libc.unshare(0x10000000)),
    ("mount", lambda: libc.mount(b"tmpfs", b"/scratch", b"tmpfs", 0, None)),
    ("chroot", lambda: libc.chroot(b"/scratch")),
    ("ptrace", lambda: libc.ptrace(16, os.getppid(), 0, 0)),
    ("sethostname", lambda: libc.sethostname(b"mine", 4)),
) if got() == 0 and not (name == "setuid" and os.getuid() != 0)]
def step(x):
    return np.array(x > 0, dtype=int) + len(gained)
