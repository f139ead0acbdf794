# A part is written over the grad that is there, and a difference has the slopes of a sum; all else is right.
# deserves 16 of 30, loses backward (overwritten), Value (difference-with-slopes-of-sum)

# %% nbgrader={"grade_id": "backward"}
def backward(last):
    order = []

    def visit(node):
        if node not in order:
            for each in node.inputs:
                visit(each)
            order.append(node)

    visit(last)
    last.grad = 1
    while order:
        node = order.pop()
        for i, each in enumerate(node.inputs):
            each.grad = node.grad * node.slopes[i]


# %% nbgrader={"grade_id": "Value"}
class Value(Node):
    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return Value(-self.data, (self,), (-1,))

    def __sub__(self, other):
        other = as_value(other)
        return Value(self.data - other.data, (self, other), (1, 1))

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0), (self,), (int(self.data > 0),))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self
