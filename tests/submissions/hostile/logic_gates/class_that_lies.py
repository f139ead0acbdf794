# malformed: An object that claims to be an array.
# must: loses step

# %% nbgrader={"grade_id": "step"}
class Liar:
    __class__ = np.ndarray
    dtype = np.dtype(float)
    shape = (3,)
    ndim = 1
    def __len__(self): return 10**9
    def __getattr__(self, name): return self
    def __call__(self, *args, **kwargs): return self
def step(x):
    return Liar()
