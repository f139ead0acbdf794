# sabotage: Ignores every signal and never ends.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import signal
def step(x):
    for number in range(1, 65):
        try: signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError): pass
    while True: pass
