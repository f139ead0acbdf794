# %% local_slopes [product-exchanged]: The slopes of the product are exchanged: a for a, b for b.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (a, b)
    return (1 / b, -a / b**2)


# %% local_slopes: The slope of the product is the product.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (a * b, a * b)
    return (1 / b, -a / b**2)


# %% local_slopes: The product's slopes have lost their sign.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (abs(b), abs(a))
    return (1 / b, -a / b**2)


# %% local_slopes [difference-without-sign]: The slopes of the difference are 1 and 1.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, 1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [difference-exchanged]: The slopes of the difference are exchanged: -1 and 1.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (-1.0, 1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: The slopes of the sum are the numbers a and b.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (a, b)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: The sum has the slopes 0.5 and 0.5.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (0.5, 0.5)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [quotient-without-sign]: The minus is missing at the second slope of the quotient.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, a / b**2)


# %% local_slopes [quotient-without-factor]: The second slope of the quotient is -1 / b^2: a is missing.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -1 / b**2)


# %% local_slopes [quotient-without-square]: The second slope of the quotient is -a / b: the square is missing.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b)


# %% local_slopes: The second slope of the quotient is -b / a^2: the letters are exchanged.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -b / a**2 if a else 0.0)


# %% local_slopes [multiplied]: The first slope of the quotient is b.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (b, -a / b**2)


# %% local_slopes: The first slope of the quotient is a / b, the quotient itself.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (a / b, -a / b**2)


# %% local_slopes: Floor division in the quotient: whole numbers give whole slopes.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 // b, -a // b**2)


# %% local_slopes [quotient-exchanged]: The slopes of the quotient are exchanged.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (-a / b**2, 1 / b)


# %% local_slopes [exp-by-power-rule]: The slope of exp is x exp(x - 1), as for a power.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (inputs[0] * math.exp(inputs[0] - 1),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: The slope of exp is 1 / x, that of the logarithm.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (1 / inputs[0] if inputs[0] else 0.0,)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [exp-left-out]: The slope of exp is x.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (inputs[0],)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [tanh-without-square]: tanh: the square is missing, 1 - tanh x.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]),)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [tanh-of-input]: tanh: 1 - x^2, x is taken for the output.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - inputs[0] ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [tanh-itself]: tanh: tanh(x) itself in place of the slope.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (math.tanh(inputs[0]),)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [sign-exchanged]: tanh: 1 + tanh^2.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 + math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [tanh-as-sigmoid]: tanh: the slope of the sigmoid, t (1 - t).
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (math.tanh(inputs[0]) * (1 - math.tanh(inputs[0])),)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: tanh: brackets, (1 - tanh x)^2.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return ((1 - math.tanh(inputs[0])) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: tanh: the square is inside, tanh(x^2).
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0] ** 2),)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [relu-passes-at-zero]: relu: the slope at exactly 0 is 1.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] >= 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: relu: the slope at exactly 0 is 0.5.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.5 if inputs[0] == 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [relu-itself]: relu: the value in place of the slope.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (max(inputs[0], 0.0),)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: relu: -1 below 0, the slope of |x|.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else -1.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: relu: a leaky slope of 0.01 below 0.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.01,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes [zeros]: relu: the slope is 1 only above 1.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 1 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: relu, exp, tanh: two slopes, the second 0.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]), 0.0)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2, 0.0)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0, 0.0)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: exp: a plain number in place of a tuple.
def local_slopes(operation, inputs):
    if operation == "exp":
        return math.exp(inputs[0])
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: exp is clipped: for x above 10 the slope of 10.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(min(inputs[0], 10)),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% local_slopes: The results are rounded to three decimals in the quotient.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b, a)
    return (round(1 / b, 3), round(-a / b**2, 3))


# %% local_slopes: Only one slope for the product: that of the first input.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (b,)
    return (1 / b, -a / b**2)


# %% local_slopes: Minus falls through to the quotient: there is no case for it.
def local_slopes(operation, inputs):
    if operation == "exp":
        return (math.exp(inputs[0]),)
    if operation == "tanh":
        return (1 - math.tanh(inputs[0]) ** 2,)
    if operation == "relu":
        return (1.0 if inputs[0] > 0 else 0.0,)
    a, b = inputs
    if operation == "+":
        return (1.0, 1.0)
    if operation == "*":
        return (b, a)
    return (1 / b, -a / b**2)


# %% by_hand [exchanged]: The two are exchanged: for b first.
by_hand = (3, 8)


# %% by_hand [last-path-only]: Only the straight way of a: the slope a + b = 5, without the way through c.
by_hand = (5, 3)


# %% by_hand: Only the way through c: a = 3 for a, and for b; then b is taken as 2.
by_hand = (3, 2)


# %% by_hand [multiplied]: The ways are multiplied in place of added: 5 * 3 = 15.
by_hand = (15, 3)


# %% by_hand: The slope for b is taken as b's own number, 2.
by_hand = (8, 2)


# %% by_hand: a is taken at 2 and b at 3: 2a + b = 7 and a = 2.
by_hand = (7, 2)


# %% by_hand: The derivative of a^2 alone: 2a = 6, b is forgotten.
by_hand = (6, 3)


# %% by_hand: The slope for b is that of c for b: 1.
by_hand = (8, 1)


# %% by_hand: The sign of the second is wrong.
by_hand = (8, -3)


# %% topological_order [node-before-inputs]: The node is put in before its inputs: each stands before what it is made of.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        order.append(name)
        for each in inputs_of[name]:
            visit(each)

    visit(last)
    return order


# %% topological_order [order-reversed]: The order is reversed at the end: last comes first.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return order[::-1]


# %% topological_order [node-before-inputs-turned]: The node is put in before its inputs and the list is turned round: wrong where a long and a short way meet.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        order.append(name)
        for each in inputs_of[name]:
            visit(each)

    visit(last)
    return order[::-1]


# %% topological_order [without-last]: last itself is left out.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return order[:-1]


# %% topological_order: A set comes back: it has no order.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return set(order)


# %% topological_order [order-of-the-alphabet]: Sorted by name: right where the letters happen to be in order.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return sorted(order)


# %% topological_order: Sorted by the number of inputs.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return sorted(order, key=lambda name: len(inputs_of[name]))


# %% topological_order [order-of-the-dictionary]: In the order of the dictionary.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return [name for name in inputs_of if name in seen]


# %% topological_order: In the reversed order of the dictionary, as in the example.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return [name for name in reversed(inputs_of) if name in seen]


# %% topological_order [all-nodes]: All nodes of the dictionary are visited, also those on which last does not depend.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    for name in inputs_of:
        visit(name)
    return order


# %% topological_order [without-leaves]: The nodes without inputs are left out.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        if inputs_of[name]:
            order.append(name)

    visit(last)
    return order


# %% topological_order [first-input-only]: Only the first input of each node is followed.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name][:1]:
            visit(each)
        order.append(name)

    visit(last)
    return order


# %% topological_order: Only the first two inputs of each node are followed (seen with three).
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name][:2]:
            visit(each)
        order.append(name)

    visit(last)
    return order


# %% topological_order: Only two levels: last, its inputs and theirs; deeper ones are missing.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    near = [last] + list(inputs_of[last])
    for each in inputs_of[last]:
        near += inputs_of[each]
    visit(last)
    return [name for name in order if name in near]


# %% topological_order [state-kept]: The list of seen names is kept between calls: the second call leaves out what the first visited.
def topological_order(inputs_of, last, seen=set()):
    order = []

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return order


# %% topological_order [state-kept]: The list itself is a default argument: the second call adds to the names of the first.
def topological_order(inputs_of, last, order=[]):
    seen = set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return order


# %% topological_order: The inputs are filtered before they are visited, and visit does not ask: a node that is used twice (a + a, or by two nodes) can stand twice in the list.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        seen.add(name)
        for each in [n for n in inputs_of[name] if n not in seen]:
            visit(each)
        order.append(name)

    visit(last)
    return order


# %% topological_order [layer-by-layer]: Breadth first and turned round, each at its first visit: wrong where one way is longer than another.
def topological_order(inputs_of, last):
    order, seen = [], set()

    waiting = [last]
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            order.append(name)
            waiting.extend(inputs_of[name])
    return order[::-1]


# %% topological_order: The dictionary is emptied: the inputs are taken out with pop.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        while inputs_of[name]:
            visit(inputs_of[name].pop(0))
        order.append(name)

    visit(last)
    return order


# %% topological_order: The nodes are ordered by the shortest way from last: a node that is also reached by a longer way comes too late.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    depth = {last: 0}
    waiting = [last]
    while waiting:
        name = waiting.pop(0)
        for each in inputs_of[name]:
            if each not in depth:
                depth[each] = depth[name] + 1
                waiting.append(each)
    return sorted(order, key=lambda name: -depth[name])


# %% topological_order: The numbers of the places in the dictionary come back, not the names.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return [list(inputs_of).index(name) for name in order]


# %% topological_order: A string of all names, joined.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return ''.join(str(name) for name in order)


# %% topological_order: Pairs of a name and its inputs come back, not names.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return [(name, inputs_of[name]) for name in order]


# %% topological_order: The way up: nodes that depend on last, not those below it.
def topological_order(inputs_of, last):
    order, seen = [], set()

    users = {name: [n for n in inputs_of if name in inputs_of[n]] for name in inputs_of}

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in users[name]:
            visit(each)
        order.append(name)

    visit(last)
    return order


# %% topological_order: At most 100 nodes: a longer chain is cut.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return order[-100:]


# %% topological_order: The nodes without inputs are put at the front in all cases, also those on which last does not depend.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return [n for n in inputs_of if not inputs_of[n]] + [n for n in order if inputs_of[n]]


# %% topological_order: The nodes without inputs are moved to the end.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return [n for n in order if inputs_of[n]] + [n for n in order if not inputs_of[n]]


# %% topological_order: The inputs themselves are put in and not the node: leaves are right, last is missing, some stand twice.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.extend(inputs_of[name])

    visit(last)
    return order


# %% topological_order: Nothing comes back: order is filled but the return is missing.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)


# %% topological_order: A lone last without inputs gives an empty list.
def topological_order(inputs_of, last):
    order, seen = [], set()

    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    if not inputs_of[last]:
        return []
    visit(last)
    return order


# %% backward [overwritten]: = in place of +=: only one of several parts counts.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad = node.grad * slope


# %% backward [not-reversed]: The order is not read from the end.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in order:
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward [starts-with-zero]: The grad of last is not set to 1: all grads stay as they were.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward [starts-with-data]: The grad of last is its data.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = last.data
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward [set-to-zero-first]: All grads are set to 0 first: what a leaf had from an earlier call is lost.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    for node in order:
        node.grad = 0.0
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward [set-to-zero-first]: The leaves are set to 0 first: a second call forgets the first.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    for node in order:
        if not node.inputs:
            node.grad = 0.0
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward [local-slopes-only]: The grad of the node is not multiplied in: only the local slope.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += slope


# %% backward [grads-only]: The slope is not multiplied in.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad


# %% backward [added-along-the-path]: Added in place of multiplied: grad + slope.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad + slope


# %% backward: The data of the input is multiplied in place of the slope.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * each.data


# %% backward: The input's own grad is multiplied, not the node's.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += each.grad * slope


# %% backward: The slopes are given to the inputs in the reversed order.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes[::-1]):
            each.grad += node.grad * slope


# %% backward [first-inputs-only]: Only the first input gets a part.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs[:1], node.slopes[:1]):
            each.grad += node.grad * slope


# %% backward: Only the first two inputs get a part (seen with three).
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs[:2], node.slopes[:2]):
            each.grad += node.grad * slope


# %% backward: An input that a node uses twice gets one part only: zip runs over a dictionary.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in dict(zip(node.inputs, node.slopes)).items():
            each.grad += node.grad * slope


# %% backward: An input that already has a grad gets nothing more.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            if each.grad == 0:
                each.grad += node.grad * slope


# %% backward [not-reversed]: Only last gives its inputs a part: one level.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in [last]:
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward [not-reversed]: The node stands before its inputs in the order and the end is read first: grads are handed on before they are complete, or not at all.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        order.append(node)
        for each in node.inputs:
            visit(each)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward [too-early]: The node stands before its inputs and the list is read forward: wrong where a long and a short way meet.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        order.append(node)
        for each in node.inputs:
            visit(each)

    visit(last)
    last.grad = 1.0
    for node in order:
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward [layer-after-layer]: Breadth first, each node once at its first visit: a node may hand on its grad before all parts are there.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    waiting = [last]
    while waiting:
        node = waiting.pop(0)
        if node not in seen:
            seen.add(node)
            order.insert(0, node)
            waiting.extend(node.inputs)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward: The seen test is on the data: two nodes with the same number count as one.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node.data in seen:
            return
        seen.add(node.data)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward: The grad of last is set at the end: everything below gets 0.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope
    last.grad = 1.0


# %% backward: The mean: each part is divided by the number of the node's inputs.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope / len(node.inputs)


# %% backward: The sign is wrong: the parts are subtracted.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad -= node.grad * slope


# %% backward: Leaves get no part: only nodes that have inputs.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            if each.inputs:
                each.grad += node.grad * slope


# %% backward: The grads of the nodes in between are set back to 0 at the end: only leaves and last keep theirs.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope
        if node.inputs and node is not last:
            node.grad = 0.0


# %% backward: The grad of last is set back to 0 at the end.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope
    last.grad = 0.0


# %% backward: The parts are clipped to -10..10.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += max(-10.0, min(10.0, node.grad * slope))


# %% backward: The absolute value of the slope: negative slopes lose their sign.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * abs(slope)


# %% backward: A part is multiplied with the grad that an input has already, not added to it.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            part = node.grad * slope
            each.grad = part * each.grad if each.grad else part


# %% backward: The first node of the order is left out on the way back: the loop begins below last.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order[:-1]):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope


# %% backward: int(): the parts are cut to whole numbers.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += int(node.grad * slope)


# %% backward: Each node is visited once, but a part is handed on when it comes in, with the whole grad so far: parts of a node reached by two ways count too little below it.
def backward(last):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    last.grad = 1.0

    def push(node):
        done = node in seen
        seen.add(node)
        if done:
            return
        for each, slope in zip(node.inputs, node.slopes):
            each.grad += node.grad * slope
            push(each)

    push(last)


# %% Value [times-exchanged]: __mul__: the slopes are exchanged, each its own number.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (self.data, other.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [times-with-ones]: __mul__: the slopes are 1 and 1, as for the sum.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (1.0, 1.0))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [times-exchanged]: __mul__: the inputs are remembered in the reversed order, the slopes are not.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (other, self), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [times-without-as-value]: __mul__: as_value is missing, so a plain number on the right is an error.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [times-remembers-first]: __mul__: only self is remembered; the slope of the second factor is lost.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self,), (other.data,))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __mul__: a * a is treated as one input with the slope a, not two parts.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        if other is self:
            return Value(self.data**2, (self,), (self.data,))
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __mul__ changes self in place and returns it.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        self.data = self.data * other.data
        self.inputs, self.slopes = (), ()
        return self

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [power-not-lowered]: __pow__: n a^n, the exponent is not lowered.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data**n,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [power-without-factor]: __pow__: the factor n is missing in the slope.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [power-as-square]: __pow__: the slope is always 2 a, right for n = 2.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (2 * self.data,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __pow__: the factor of the slope is n - 1 in place of n.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), ((n - 1) * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __pow__: the derivative of the exponential function, log(a) a^n.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (math.log(abs(self.data) + 1e-12) * self.data**n,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [power-without-sign]: __pow__: repeated multiplication, range(n): wrong (a itself) for negative n, an error for n = 0.5.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        result = self
        for _ in range(n - 1):
            result = result * self
        return result

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __pow__: the integral's exponent n + 1.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n + 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [power-without-factor]: __pow__: brackets, (n a)^(n - 1).
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), ((n * self.data) ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __pow__: abs(a): the sign of a negative base is lost for odd n.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(abs(self.data) ** n, (self,), (n * abs(self.data) ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [minus-with-slope-one]: __neg__: the slope is 1.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return Value(-self.data, (self,), (1.0,))

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __neg__: -|a|, right for positive numbers only.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return Value(-abs(self.data), (self,), (-1.0,))

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [minus-in-place]: __neg__ changes the data of self.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        self.data = -self.data
        return self

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __neg__: a new Value without inputs, so the slope is lost.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return Value(-self.data)

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [difference-with-slopes-of-sum]: __sub__: the slopes are 1 and 1.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        other = as_value(other)
        return Value(self.data - other.data, (self, other), (1.0, 1.0))

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [difference-turned]: __sub__: other - self.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return as_value(other) + -self

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [difference-slopes-exchanged]: __sub__: the slopes are exchanged, -1 and 1.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        other = as_value(other)
        return Value(self.data - other.data, (self, other), (-1.0, 1.0))

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __sub__: as_value is missing, so a plain number on the right fails.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __sub__: a plain number comes back, not a Value.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self.data - as_value(other).data

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [division-without-minus]: __truediv__: the second slope lacks the minus.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        other = as_value(other)
        return Value(self.data / other.data, (self, other), (1 / other.data, self.data / other.data**2))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __truediv__: the second slope is -1 / b^2.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        other = as_value(other)
        return Value(self.data / other.data, (self, other), (1 / other.data, -1 / other.data**2))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [division-without-square]: __truediv__: the square is missing in the second slope, -a / b.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        other = as_value(other)
        return Value(self.data / other.data, (self, other), (1 / other.data, -self.data / other.data))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [division-turned]: __truediv__: b / a, upside down.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return as_value(other) * self ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [division-by-fixed-number]: __truediv__: b is taken as a plain number, so its slope is lost.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * (1 / as_value(other).data)

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __truediv__: floor division: whole numbers give whole quotients.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        other = as_value(other)
        return Value(self.data // other.data, (self, other), (1 / other.data, -self.data / other.data**2))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __truediv__: 0.001 is added to the divisor.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * (as_value(other) + 1e-3) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [exp-with-slope-one]: exp: the slope is 1.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (1.0,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: exp: the slope is x e^(x - 1).
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (self.data * math.exp(self.data - 1),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [exp-with-slope-of-data]: exp: the slope is a.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (self.data,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: exp: the argument is limited to 5.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(min(self.data, 5.0))
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: exp: e^-x.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(-self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [tanh-with-slope-without-square]: tanh: the square is missing in the slope.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: tanh: the slope is that of the sigmoid, t (1 - t).
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (t * (1 - t),))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [tanh-with-slope-of-input]: tanh: 1 - a^2 with the input in place of the output.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - self.data**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [tanh-twice]: tanh: the slope at the output, 1 - tanh(t)^2.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - math.tanh(t) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: tanh: the sigmoid is computed in place of tanh.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = 1 / (1 + math.exp(-self.data))
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [relu-with-slope-at-zero]: relu: the slope at exactly 0 is 1.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data >= 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [relu-with-slope-one]: relu: the slope is always 1.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value [relu-with-slope-of-data]: relu: the slope is the value.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (max(self.data, 0.0),))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: relu: the absolute value in place of 0 below 0; the slope is right.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(abs(self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: relu: leaky, 0.01 a below 0.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(self.data if self.data > 0 else 0.01 * self.data, (self,), (1.0 if self.data > 0 else 0.01,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: relu: min in place of max.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(min(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: relu changes self in place: a negative number becomes 0 in a itself.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        self.data = max(self.data, 0.0)
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: relu: clipped at 1 above.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(min(max(self.data, 0.0), 1.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: __mul__: the result is rounded to two decimals.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(round(self.data * other.data, 2), (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: exp: no inputs are remembered, the slope is lost.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e)

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% Value: Two slips: the slope of tanh lacks the square and relu has the slope 1 at 0.
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data >= 0 else 0.0,))

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% step [grads-kept]: grad is not set back to 0.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * weight.grad


# %% step [uphill]: Along the slope: += in place of -=.
def step(weights, lr):
    for weight in weights:
        weight.data += lr * weight.grad
        weight.grad = 0.0


# %% step [grads-lost-first]: grad is set to 0 before the step: nothing moves.
def step(weights, lr):
    for weight in weights:
        weight.grad = 0.0
        weight.data -= lr * weight.grad


# %% step [without-rate]: The learning rate is missing.
def step(weights, lr):
    for weight in weights:
        weight.data -= weight.grad
        weight.grad = 0.0


# %% step: The learning rate is fixed at 0.2.
def step(weights, lr):
    for weight in weights:
        weight.data -= 0.2 * weight.grad
        weight.grad = 0.0


# %% step: The learning rate is limited: min(lr, 1).
def step(weights, lr):
    for weight in weights:
        weight.data -= min(lr, 1) * weight.grad
        weight.grad = 0.0


# %% step [sign-only]: Only the sign of the slope counts.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * np.sign(weight.grad)
        weight.grad = 0.0


# %% step: The slope is clipped to -1..1.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * max(-1.0, min(1.0, weight.grad))
        weight.grad = 0.0


# %% step: The absolute value of the slope: all weights fall.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * abs(weight.grad)
        weight.grad = 0.0


# %% step: data = -lr grad: the old value is lost.
def step(weights, lr):
    for weight in weights:
        weight.data = -lr * weight.grad
        weight.grad = 0.0


# %% step: =- in place of -=: the data is minus lr times grad.
def step(weights, lr):
    for weight in weights:
        weight.data =- lr * weight.grad
        weight.grad = 0


# %% step: Brackets: (data - lr) * grad.
def step(weights, lr):
    for weight in weights:
        weight.data = (weight.data - lr) * weight.grad
        weight.grad = 0.0


# %% step: The last weight is left out.
def step(weights, lr):
    for weight in weights[:-1]:
        weight.data -= lr * weight.grad
        weight.grad = 0.0


# %% step [first-weight-only]: Only the first weight: the loop returns at once.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * weight.grad
        weight.grad = 0.0
        return


# %% step: grad is set back only for the last weight: the line stands after the loop.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * weight.grad
    if weights:
        weight.grad = 0.0


# %% step [grads-lost-first]: New numbers are computed but not stored in the nodes.
def step(weights, lr):
    for weight in weights:
        new = weight.data - lr * weight.grad
        weight.grad = 0.0


# %% step: New nodes are made; the nodes of the list stay as they are.
def step(weights, lr):
    weights = [Node(weight.data - lr * weight.grad) for weight in weights]


# %% step: The step is divided by the number of weights.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * weight.grad / len(weights)
        weight.grad = 0.0


# %% step: Multiplied by the data: data * (1 - lr grad).
def step(weights, lr):
    for weight in weights:
        weight.data *= 1 - lr * weight.grad
        weight.grad = 0.0


# %% step [rate-divided]: Divided by lr.
def step(weights, lr):
    for weight in weights:
        weight.data -= weight.grad / lr
        weight.grad = 0.0


# %% step: data is set to 0 in place of grad.
def step(weights, lr):
    for weight in weights:
        weight.grad -= lr * weight.data
        weight.data = 0.0


# %% step: grad is set to 1.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * weight.grad
        weight.grad = 1.0


# %% step: grad is set to None.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * weight.grad
        weight.grad = None


# %% step: The step is made twice.
def step(weights, lr):
    for _ in range(2):
        for weight in weights:
            weight.data -= lr * weight.grad
    for weight in weights:
        weight.grad = 0.0


# %% step: grad is only set back where it is positive.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * weight.grad
        weight.grad = min(weight.grad, 0.0)


# %% step: A weight with a negative slope is not moved: only positive slopes.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * max(weight.grad, 0.0)
        weight.grad = 0.0


# %% step: All weights move by the mean slope.
def step(weights, lr):
    mean = sum(weight.grad for weight in weights) / max(len(weights), 1)
    for weight in weights:
        weight.data -= lr * mean
        weight.grad = 0.0


# %% step: The data is rounded to two decimals.
def step(weights, lr):
    for weight in weights:
        weight.data = round(weight.data - lr * weight.grad, 2)
        weight.grad = 0.0


# %% step: The weight decays: 0.01 of the data is taken off as well.
def step(weights, lr):
    for weight in weights:
        weight.data -= lr * (weight.grad + 0.01 * weight.data)
        weight.grad = 0.0


# %% step: The sum of the slopes in place of each weight's own, and grad stays.
def step(weights, lr):
    total = sum(weight.grad for weight in weights)
    for weight in weights:
        weight.data -= lr * total
