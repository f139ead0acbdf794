# ReLU has the slope 1 at 0. Value takes its slopes from local_slopes, and is right, given that answer.
# deserves 28 of 30, loses local_slopes (relu-passes-at-zero)

# %% nbgrader={"grade_id": "local_slopes"}
def local_slopes(operation, inputs):
    x = inputs[0]
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (inputs[1], x)
    if operation == "/":
        return (1 / inputs[1], -x / inputs[1] ** 2)
    if operation == "exp":
        return (math.exp(x),)
    if operation == "tanh":
        return (1 - math.tanh(x) ** 2,)
    return (1.0 if x >= 0 else 0.0,)


# %% nbgrader={"grade_id": "Value"}
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), local_slopes("*", (self.data, other.data)))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-as_value(other))

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        return Value(math.exp(self.data), (self,), local_slopes("exp", (self.data,)))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), local_slopes("tanh", (self.data,)))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), local_slopes("relu", (self.data,)))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self
