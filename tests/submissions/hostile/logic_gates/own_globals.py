# accident: Reseeds the generators and changes how numbers print and how errors are treated.
# must: loses nothing

# %% nbgrader={"grade_id": "step"}
import random
np.random.seed(0)
random.seed(0)
np.set_printoptions(precision=0)
np.seterr(all="ignore")
def step(x):
    return np.array(x > 0, dtype=int)
