# cheat: Returns numbers that become others each time they are read: __float__, __array__, __iter__, __index__.
# must: loses linear, error, step

# %% nbgrader={"grade_id": "linear"}
class Entry:
    reads = 0
    def __float__(self): Entry.reads += 1; return float(Entry.reads)
    __int__ = __index__ = __abs__ = __float__
    def __array__(self, *_, **__): return np.full((3, 2), float(self))
    def __iter__(self): return iter([self, self])
    def __len__(self): return 2
    def __getitem__(self, _): return self
    def __eq__(self, _): return True
    __hash__ = None
def linear(X, W, b): return Entry()

# %% nbgrader={"grade_id": "error"}
class Mean(float):
    def __sub__(self, _): return 0.0
    __rsub__ = __float__ = __abs__ = __neg__ = __sub__
    def __eq__(self, _): return True
    def __hash__(self): return 1
def error(O, T): return Mean(0.123)
