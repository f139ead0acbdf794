# sabotage: Returns objects whose looks are computed without end: class, length, array, iterator.
# must: loses linear, sigmoid, error, step

# %% nbgrader={"grade_id": "linear"}
class Thing:
    @property
    def __class__(self):
        while True: pass
def linear(X, W, b): return Thing()

# %% nbgrader={"grade_id": "sigmoid"}
from collections.abc import Sequence
class Long(Sequence):
    def __len__(self): return 2**40
    def __getitem__(self, place): return self
def sigmoid(z): return Long()

# %% nbgrader={"grade_id": "error"}
class Number(float):
    def __float__(self):
        while True: pass
    def __getattribute__(self, name): raise SystemExit
def error(O, T): return [Number(1)]
