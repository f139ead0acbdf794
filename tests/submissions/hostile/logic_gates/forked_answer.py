# cheat: Forks, so that two processes answer the same question.
# must: loses step or more

# %% nbgrader={"grade_id": "step"}
import os
def step(x):
    os.fork()
    return np.zeros(np.shape(x))
