# cheat: Returns an array whose comparisons and differences always agree.
# must: loses step

# %% nbgrader={"grade_id": "step"}
class Agreeable(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *args, **kwargs): return np.zeros(self.shape)
    def __array_function__(self, function, types, args, kwargs): return True
    def __eq__(self, other): return np.ones(self.shape, dtype=bool)
    def __sub__(self, other): return np.zeros(self.shape)

def step(x):
    return np.full(np.shape(x), 7).view(Agreeable)
