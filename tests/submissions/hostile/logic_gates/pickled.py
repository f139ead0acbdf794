# cheat: Returns an object that runs a command when it is unpickled.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import os
class Bomb:
    def __reduce__(self): return os.system, ("touch /tmp/unpickled",)
    def __array__(self, *args, **kwargs): os._exit(0)
    __float__ = __int__ = __index__ = lambda self: 1 / 0
def step(x):
    return Bomb()
