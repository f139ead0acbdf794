# accident: Prints, warns and draws while it answers.
# must: loses nothing

# %% nbgrader={"grade_id": "step"}
import warnings
def step(x):
    print("working on it …", x)
    warnings.warn("careful")
    np.log(np.array([0.0]))
    return np.array(x > 0, dtype=int)
