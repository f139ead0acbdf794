# malformed: Changes the class of what it has answered, by metaclasses, __class__ and a hostile mro.
# must: loses linear, sigmoid, step

# %% nbgrader={"grade_id": "linear"}
class Meta(type):
    def mro(cls): return (cls, float, object)
    def __instancecheck__(cls, _): return True
    def __subclasscheck__(cls, _): return True
    def __getattribute__(cls, name): raise KeyboardInterrupt(name)
class Value(float, metaclass=Meta):
    __class__ = list
def linear(X, W, b): return [[Value(0)] * 2] * len(X)

# %% nbgrader={"grade_id": "sigmoid"}
class A:
    def __del__(self): self.__class__ = B
class B(A):
    def __array__(self, *_): raise GeneratorExit
def sigmoid(z):
    answer = B()
    answer.__class__ = A
    return {"": answer, 1: (z, answer)}
