"""Right answers of the engine in other styles than the reference: each of them has to be accepted."""

import math

import numpy as np

from autograder.checks import right


@right("local_slopes")
def slopes_from_a_table(operation, inputs):
    table = {
        "+": lambda a, b: [1, 1],
        "-": lambda a, b: [1, -1],
        "*": lambda a, b: [b, a],
        "/": lambda a, b: [b**-1, -a * b**-2],
        "exp": lambda x: [np.exp(x)],
        "tanh": lambda x: [1 / np.cosh(x) ** 2],
        "relu": lambda x: [int(x > 0)],
    }
    return table[operation](*inputs)


@right("local_slopes")
def slopes_as_an_array(operation, inputs):
    first, last = inputs[0], inputs[-1]
    if operation in ("+", "-"):
        return np.array([1, 1 if operation == "+" else -1])
    if operation in ("*", "/"):
        return np.array([last, first]) if operation == "*" else np.array([1, -first / last]) / last
    if operation == "relu":
        return np.heaviside([first], 0)
    e = math.exp(first)
    return np.array([e if operation == "exp" else 4 / (e + 1 / e) ** 2])


@right("local_slopes")
def slopes_in_float32(operation, inputs):
    first, last = np.float32(inputs[0]), np.float32(inputs[-1])
    match operation:
        case "+":
            return 1, 1
        case "-":
            return 1, -1
        case "*":
            return last, first
        case "/":
            return np.float32(1) / last, -first / last / last
        case "exp":
            return (np.exp(first),)
        case "tanh":
            return ((1 - np.tanh(first)) * (1 + np.tanh(first)),)
    return (np.float32(first > 0),)


@right("topological_order")
def order_with_a_set(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        seen.add(name)
        for each in reversed(inputs_of[name]):
            if each not in seen:
                visit(each)
        order.append(name)

    visit(last)
    return tuple(order)


@right("topological_order")
def order_without_recursion(inputs_of, last):
    needed, waiting = {last}, [last]
    while waiting:
        for each in inputs_of[waiting.pop()]:
            if each not in needed:
                needed.add(each)
                waiting.append(each)
    order = []
    while len(order) < len(needed):
        order += [name for name in needed if name not in order and all(each in order for each in inputs_of[name])]
    return order


@right("topological_order")
def order_by_depth(inputs_of, last):
    depth = {}

    def visit(name):
        if name not in depth:
            depth[name] = 1 + max([visit(each) for each in inputs_of[name]], default=0)
        return depth[name]

    visit(last)
    return sorted(depth, key=depth.get)


@right("backward")
def with_a_dictionary_of_parts(last):
    order = []

    def visit(node):
        if node not in order:
            [visit(each) for each in node.inputs]
            order.append(node)

    visit(last)
    grads = dict.fromkeys(order, 0.0) | {last: 1.0}
    while order:
        node = order.pop()
        for i in range(len(node.inputs)):
            grads[node.inputs[i]] += grads[node] * node.slopes[i]
    for node, grad in grads.items():
        node.grad = node.grad + grad


@right("backward")
def with_counted_uses(last):
    uses, waiting = {last: 0}, [last]
    while waiting:
        for each in waiting.pop().inputs:
            if each not in uses:
                uses[each] = 0
                waiting.append(each)
            uses[each] += 1
    last.grad += 1
    ready = [last]
    while ready:
        node = ready.pop()
        for each, slope in zip(node.inputs, node.slopes, strict=True):
            each.grad += node.grad * slope
            uses[each] -= 1
            if uses[each] == 0:
                ready.append(each)


@right("backward")
def in_single_precision(last):
    order = []

    def visit(node):
        if any(node is each for each in order):
            return
        for each in node.inputs:
            visit(each)
        order.insert(0, node)

    visit(last)
    last.grad = np.float32(1)
    for node in order:
        for each, slope in zip(node.inputs, node.slopes, strict=True):
            each.grad = each.grad + np.float32(slope) * np.float32(node.grad)


@right("Value")
class ValueWithOwnSlopes:
    """Each operation on its own, nothing written with the others."""

    def __init__(self, data, inputs=(), slopes=()):
        self.data, self.inputs, self.slopes, self.grad = data, inputs, slopes, 0.0

    def _new(self, data, others, slopes):
        return type(self)(data, [self, *others], slopes)

    def _of(self, other):
        return other if hasattr(other, "slopes") else type(self)(other)

    def __add__(self, other):
        other = self._of(other)
        return self._new(self.data + other.data, [other], [1, 1])

    def __mul__(self, other):
        other = self._of(other)
        return self._new(self.data * other.data, [other], [other.data, self.data])

    def __pow__(self, n):
        return self._new(self.data**n, [], [n * self.data**n / self.data if self.data else float(n == 1)])

    def __neg__(self):
        return self._new(-self.data, [], [-1])

    def __sub__(self, other):
        other = self._of(other)
        return self._new(self.data - other.data, [other], [1, -1])

    def __truediv__(self, other):
        other = self._of(other)
        quotient = self.data / other.data
        return self._new(quotient, [other], [1 / other.data, -quotient / other.data])

    def exp(self):
        return self._new(np.exp(self.data), [], [np.exp(self.data)])

    def tanh(self):
        return self._new(np.tanh(self.data), [], [1 / np.cosh(self.data) ** 2])

    def relu(self):
        return self._new(max(0, self.data), [], [int(self.data > 0)])

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, number):
        return -self + number

    def __rtruediv__(self, number):
        return self._of(number) / self


def value(self, data, slope):
    return type(self)(data, (self,), (slope,))


@right("Value.tanh")
def tanh_by_exp(self):
    grown = (self * 2).exp()
    return (grown - 1) / (grown + 1)


@right("Value.relu")
def relu_as_a_product(self):
    return self * (self.data > 0)


@right("Value.__truediv__")
def division_by_a_power(self, other):
    return self * (other**-1 if hasattr(other, "slopes") else 1 / other)


@right("Value.__sub__")
def difference_by_minus_one(self, other):
    return self + other * -1


@right("Value.__pow__")
def power_in_single_precision(self, n):
    data = np.float32(self.data)
    return value(self, data**n, n * data ** (n - 1))


@right("Value.__neg__")
def minus_from_zero(self):
    return value(self, 0 - self.data, -1)


@right("step")
def step_in_two_loops(weights, lr):
    for weight in weights:
        weight.data = weight.data - lr * weight.grad
    for weight in weights:
        weight.grad = 0


@right("step")
def step_of_an_array(weights, lr):
    numbers = np.array([weight.data for weight in weights]) - lr * np.array([weight.grad for weight in weights])
    for weight, number in zip(weights, numbers, strict=True):
        weight.data, weight.grad = float(number), 0.0


@right("step")
def step_by_position(nodes, alpha):
    for i in range(len(nodes)):
        nodes[i].data += -alpha * nodes[i].grad
        nodes[i].grad *= 0
