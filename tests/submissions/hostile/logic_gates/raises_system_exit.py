# sabotage: Raises SystemExit, KeyboardInterrupt and exceptions without a text.
# must: loses step, line, matmul

# %% nbgrader={"grade_id": "step"}
def step(x):
    raise SystemExit(0)

# %% nbgrader={"grade_id": "line"}
def line(x, a, b):
    raise KeyboardInterrupt

# %% nbgrader={"grade_id": "matmul"}
class Silent(BaseException):
    def __str__(self): raise self
    __repr__ = __str__
def matmul(A, B):
    raise Silent
