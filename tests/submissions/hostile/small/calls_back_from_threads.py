# sabotage: Calls the reference back from many threads at once, so that questions and answers cross.
# must: loses linear, step

# %% nbgrader={"grade_id": "linear"}
def linear(X, W, b): return X

# %% nbgrader={"grade_id": "step"}
import threading
def step(X, W, b, T, lr):
    got = []
    threads = [threading.Thread(target=lambda: got.append(linear(X, W, b)), daemon=True) for _ in range(12)]
    for each in threads: each.start()
    for each in threads: each.join(0.01)
    return got
