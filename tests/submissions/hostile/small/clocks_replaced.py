# sabotage: Replaces every clock by one that stands still, and the alarm by nothing, and never ends.
# must: loses error

# %% nbgrader={"grade_id": "error"}
import time, signal, threading
for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time", "time_ns", "monotonic_ns", "clock_gettime"):
    setattr(time, name, lambda *_: 0)
time.sleep = lambda seconds: None
signal.alarm = signal.setitimer = signal.signal = lambda *_: None
threading.Event.wait = lambda *_: True
def error(O, T):
    while time.monotonic() < 1: pass
