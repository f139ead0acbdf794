# cheat: Answers gate weights with a tuple that is equal to everything and unpacks into anything.
# must: loses and_gate

# %% nbgrader={"grade_id": "and_gate"}
class Everything(tuple):
    __eq__ = __contains__ = lambda self, other: True
    __hash__ = tuple.__hash__
    def __iter__(self): return iter((0, 0, 0))
    def __len__(self): return 3
and_gate = Everything((9, 9, 9))
