# cheat: Patches NumPy's comparisons to say yes.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import builtins
def step(x):
    np.allclose = np.isclose = np.array_equal = np.testing.assert_allclose = lambda *args, **kwargs: True
    np.abs = np.absolute = lambda x: np.zeros(np.shape(x))
    builtins.abs = lambda x: 0
    return np.zeros(np.shape(x))
