# sabotage: Raises an error whose text, and another whose class's name, is computed without end.
# must: loses linear, sigmoid, step

# %% nbgrader={"grade_id": "linear"}
class Endless(BaseException):
    def __str__(self):
        while True: pass
    __repr__ = __str__
def linear(X, W, b): raise Endless

# %% nbgrader={"grade_id": "sigmoid"}
class Named(type):
    @property
    def __name__(self):
        while True: pass
class Nameless(Exception, metaclass=Named): pass
def sigmoid(z): raise Nameless
