# cheat: Returns numbers that are equal to everything.
# must: loses count_parameters

# %% nbgrader={"grade_id": "count_parameters"}
class Agreeable(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __sub__(self, other): return 0.0
    def __rsub__(self, other): return 0.0
    def __le__(self, other): return True
    def __abs__(self): return 0.0
    __hash__ = float.__hash__

def count_parameters(sizes):
    return Agreeable(-1)
