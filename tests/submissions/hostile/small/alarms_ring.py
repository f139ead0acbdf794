# sabotage: Has alarms of every kind ring without end, in handlers that raise.
# must: loses linear or more

# %% nbgrader={"grade_id": "linear"}
import signal
def ring(*_): raise RuntimeError("ring")
for number in (signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGXCPU, signal.SIGINT, signal.SIGTERM):
    signal.signal(number, ring)
def linear(X, W, b):
    for which in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        signal.setitimer(which, 0.002, 0.002)
    while True: pass
