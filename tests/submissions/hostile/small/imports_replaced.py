# sabotage: Puts itself between every import and its module, in sys.modules, sys.meta_path and the builtins.
# must: loses linear or more

# %% nbgrader={"grade_id": "linear"}
import builtins, sys
class Finder:
    def find_spec(self, name, *_): raise SystemError(name)
sys.meta_path.insert(0, Finder())
sys.path_hooks[:] = []
class Nothing(dict):
    def __getitem__(self, name): raise SystemError(name)
    __contains__ = get = __getitem__
builtins.__import__ = Nothing().get
for name in list(sys.modules):
    if name.startswith("inside."): sys.modules[name] = None
def linear(X, W, b): return X
