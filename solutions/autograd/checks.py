"""Hidden checks and known wrong answers of the engine for automatic differentiation.

Objects stay where the student's program runs, so what they do is asked through given functions of the lesson: they make
the nodes, call the student's function or class, and return plain numbers. A known wrong answer of such a blank is
therefore one of the given function: what it returns in a lesson where one function or method is another.
"""

import functools

import numpy as np

from autograder.checks import (
    Failure,
    assert_agrees,
    assert_equal,
    check,
    choice,
    known_outputs,
    reference_of,
    values,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)


def slip(call, through, advice):
    """A known wrong answer in place of a function or of "Class.method", which the checks ask `through` a given one."""

    def decorate(function):
        @functools.cache
        def lesson():
            changed = reference_of(__file__)
            owner, _, name = call.rpartition(".")
            setattr(getattr(changed, owner) if owner else changed, name, function)
            return changed

        def answer(*args):
            return getattr(lesson(), through)(*args)

        answer.__name__ = function.__name__
        return wrong(call.partition(".")[0], advice, call=through)(answer)

    return decorate


# --- local_slopes -----------------------------------------------------------------------------------------------------


def check_slopes(student, operation, *inputs, visible=False):
    count = len(reference.local_slopes(operation, inputs))
    parts = ("the first slope", "the second slope")[:count] if count == 2 else ("the slope",)
    of = f"local_slopes({operation!r}, {inputs if visible else 'inputs'})"
    assert_agrees(
        lambda inputs: student.local_slopes(operation, inputs),
        lambda inputs: reference.local_slopes(operation, inputs),
        inputs,
        of=of,
        parts=parts,
        visible=visible,
    )


@check("local_slopes", points=1)
def slopes_of_the_text(student):
    """local_slopes is (-3, 2) for the product of 2 and -3, and (0.5, -0.75) for 3 / 2"""
    check_slopes(student, "*", 2.0, -3.0, visible=True)
    check_slopes(student, "/", 3.0, 2.0, visible=True)


@check("local_slopes", points=2)
def slopes_of_two_inputs(student, draw):
    """the slopes of +, -, * and / are right, also for negative numbers, large ones, and 0 where it is allowed"""
    for operation in "+-*/":
        check_slopes(student, operation, draw.signed(1.2, 4), draw.signed(1.2, 4))
        check_slopes(student, operation, draw.signed(20, 90), draw.signed(0.2, 0.8))
        check_slopes(student, operation, draw.integer(3, 9), -draw.integer(2, 9))
        check_slopes(student, operation, 0.0, draw.signed(1.2, 4))
    for operation in "+-*":
        check_slopes(student, operation, draw.signed(1.2, 4), 0.0)


@check("local_slopes", points=2)
def slopes_of_one_input(student, draw):
    """the slopes of exp, tanh and relu are right, also for negative numbers, and that of relu at 0 and far from it"""
    for operation in ("exp", "tanh", "relu"):
        for sign in (-1, 1):
            check_slopes(student, operation, sign * draw.number(0.2, 0.9))
            check_slopes(student, operation, sign * draw.number(1.5, 2.4))
            check_slopes(student, operation, sign * draw.integer(1, 2))
    check_slopes(student, "exp", draw.number(5.0, 9.0))
    check_slopes(student, "exp", draw.number(11.0, 15.0))
    for x in (0.0, draw.number(20, 90), -draw.number(20, 90), draw.number(0.01, 0.05), -draw.number(0.01, 0.05)):
        check_slopes(student, "relu", x)


def other_slopes(advice, operations):
    """A decorator: another answer for some of the operations, of their inputs."""

    def decorate(function):
        @functools.wraps(function)
        def answer(operation, inputs):
            return function(*inputs) if operation in operations else reference.local_slopes(operation, inputs)

        return wrong("local_slopes", advice)(answer)

    return decorate


@other_slopes(
    "The two slopes of a product are exchanged: when the first factor moves, the other one multiplies it.", "*"
)
def product_exchanged(a, b):
    return a, b


@other_slopes("The slopes of a product are the other factors, not 1.", "*")
def product_with_ones(a, b):
    return 1.0, 1.0


@other_slopes("The second slope of a difference is -1: when b grows, a - b gets smaller.", "-")
def difference_without_sign(a, b):
    return 1.0, 1.0


@other_slopes("The two slopes of a difference are exchanged.", "-")
def difference_exchanged(a, b):
    return -1.0, 1.0


@other_slopes("The second slope of a quotient has lost its minus: when b grows, a / b gets nearer to 0.", "/")
def quotient_without_sign(a, b):
    return 1 / b, a / b**2


@other_slopes(
    "The second slope of a quotient is divided by b once only: the derivative of 1 / b has the square of b.", "/"
)
def quotient_without_square(a, b):
    return 1 / b, -a / b


@other_slopes("The factor a is missing in the second slope of a quotient.", "/")
def quotient_without_factor(a, b):
    return 1 / b, -1 / b**2


@other_slopes("The two slopes of a quotient are exchanged.", "/")
def quotient_exchanged(a, b):
    return -a / b**2, 1 / b


@other_slopes("This divides the numbers as if a / b were b / a.", "/")
def quotient_upside_down(a, b):
    return -b / a**2 if a else 0.0, 1 / a if a else 0.0


@other_slopes("The derivative of exp is exp itself; this is 1.", ("exp",))
def exp_as_one(x):
    return (1.0,)


@other_slopes(
    "This is the power rule, but in exp it is the exponent that moves: the derivative of exp is exp itself.", ("exp",)
)
def exp_by_power_rule(x):
    return (x * np.exp(x - 1),)


@other_slopes("The square is missing: it is 1 minus the square of tanh.", ("tanh",))
def tanh_without_square(x):
    return (1 - np.tanh(x),)


@other_slopes("This squares the input; it is 1 minus the square of tanh of the input.", ("tanh",))
def tanh_of_input(x):
    return (1 - x**2,)


@other_slopes("This is tanh (1 - tanh), as for the sigmoid; the derivative of tanh is 1 - tanh squared.", ("tanh",))
def tanh_as_sigmoid(x):
    return (np.tanh(x) * (1 - np.tanh(x)),)


@other_slopes("This is the value of tanh; the slope is asked.", ("tanh",))
def tanh_itself(x):
    return (np.tanh(x),)


@other_slopes("This is the value of relu; the slope is 1 or 0.", ("relu",))
def relu_itself(x):
    return (max(x, 0.0),)


@other_slopes("At exactly 0 the slope of relu is 0 here.", ("relu",))
def relu_passes_at_zero(x):
    return (1.0 if x >= 0 else 0.0,)


@other_slopes("Below 0 relu does not move: its slope is 0 there, not -1.", ("relu",))
def relu_as_absolute_value(x):
    return (1.0 if x > 0 else -1.0 if x < 0 else 0.0,)


# --- by_hand ----------------------------------------------------------------------------------------------------------


def by_hand_right(student):
    assert_equal(student.by_hand, (8, 3), of="by_hand")


by_hand = values(
    "by_hand",
    points=1,
    sentence="by_hand has the slope of d for a and for b",
    is_right=by_hand_right,
    wrongs={
        "last-path-only": ((5, 3), "The path from a through c is left out: a also moves c, and c moves d."),
        "one-path-only": ((3, 3), "The arrow from a straight to d is left out."),
        "multiplied": ((15, 3), "The two paths from a are multiplied; what they give is added."),
        "exchanged": ((3, 8), "The two are exchanged: a comes first."),
        "local-slopes": (
            (5, 1),
            "These are slopes of single arrows; multiply along each whole path and add the paths.",
        ),
        "factors-exchanged": ((6, 5), "The slope of c * a for c is a, and for a it is c; here the two are exchanged."),
        "one-each": ((2, 1), "These are the numbers of paths; multiply the slopes along each path."),
    },
)


# --- topological_order ------------------------------------------------------------------------------------------------


def graph(draw, count):
    """A graph with its nodes in any order, and one of the last. Nodes have one to three inputs, some the same one twice."""
    letters = draw.sample("abcdefghijklmnopqrstuvwxyz", count)
    inputs = {}
    for i, name in enumerate(letters):
        # one input is near: paths become long, and most nodes are used more than once
        far = [letters[draw.integer(0, i - 1)] for _ in range(draw.integer(0, 2))] if i > 1 else []
        near = [letters[draw.integer(max(0, i - 2), i - 1)], *far] if i > 1 else []
        inputs[name] = draw.sample(near, len(near))
    last = letters[draw.integer(count - 3, count - 1)]
    return {name: inputs[name] for name in draw.sample(letters, count)}, last


def below(inputs_of, last):
    """The names of last and all that it depends on."""
    found, open_names = set(), [last]
    while open_names:
        name = open_names.pop()
        if name not in found:
            found.add(name)
            open_names += inputs_of[name]
    return found


def check_order(student, inputs_of, last, of="topological_order(inputs_of, last)"):
    order = student.topological_order(inputs_of, last)
    if isinstance(order, np.ndarray):
        order = order.tolist()
    if not isinstance(order, (list, tuple)) or not all(isinstance(name, str) for name in order):
        kind = "a set has no order" if isinstance(order, frozenset) else "it should be a list of names"
        raise Failure(f"{of} is no list of names: {kind}", order, name="wrong-kind")
    wanted = below(inputs_of, last)
    for name in order:
        if name not in inputs_of:
            raise Failure(f"{of} has the name {name[:20]!r}, which is no node of the graph", order)
        if name not in wanted:
            raise Failure(f"{of} has {name!r}, on which {last!r} does not depend", order)
    if len(order) != len(set(order)):
        twice = next(name for name in order if order.count(name) > 1)
        raise Failure(f"{of} has {twice!r} {order.count(twice)} times; each node is there once", order)
    if missing := wanted - set(order):
        raise Failure(f"{of} has no {min(missing)!r}, on which {last!r} depends", order)
    for name in order:
        for each in inputs_of[name]:
            if order.index(each) > order.index(name):
                raise Failure(f"{of} has {name!r} before its input {each!r}", order)


@check("topological_order", points=1)
def order_of_the_picture(student):
    """topological_order(inputs_of, "d") has a and b before c, and c before d"""
    picture = {"d": ["c", "a"], "c": ["a", "b"], "a": [], "b": [], "e": ["d"]}
    check_order(student, picture, "d", of='topological_order(inputs_of, "d")')


@check("topological_order", points=2)
def order_of_any_graph(student, draw):
    """topological_order has each node that is needed once, after its inputs, in graphs where nodes are used many times"""
    for count in draw.sizes(3, low=6, high=13):
        check_order(student, *graph(draw, count))
    alone = draw.choice("pqr")
    check_order(student, {"s": [alone, alone], alone: []}, "s")
    check_order(student, {"s": [alone], alone: []}, alone)


@check("topological_order", points=1)
def order_of_a_long_chain(student):
    """a chain of 130 doublings does not take for ever"""
    chain = {f"a{i}": [f"a{i - 1}", f"a{i - 1}"] if i else [] for i in range(131)}
    check_order(student, chain, "a130")


@wrong("topological_order", "The order is reversed: each node has to stand after its inputs, so last comes last.")
def order_reversed(inputs_of, last):
    return reference.topological_order(inputs_of, last)[::-1]


@wrong("topological_order", "A node is put into the list before its inputs are visited; put it there after them.")
def node_before_inputs(inputs_of, last):
    order = []

    def visit(name):
        if name not in order:
            order.append(name)
            for each in inputs_of[name]:
                visit(each)

    visit(last)
    return order


@wrong(
    "topological_order",
    "This turns the order of going down around. A node that is used twice is met too early on the way down, and then "
    "stands before one of its inputs.",
)
def node_before_inputs_turned(inputs_of, last):
    return node_before_inputs.answer(inputs_of, last)[::-1]


@wrong("topological_order", "Nodes that are used twice are visited twice: do not visit again what is in the list.")
def visits_twice(inputs_of, last):
    order = []

    def visit(name):
        if len(order) > 2000:
            raise RecursionError
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return order


@wrong("topological_order", "This goes through the graph layer by layer; that is no order in which inputs come first.")
def layer_by_layer(inputs_of, last):
    order, waiting = [], [last]
    while waiting:
        name = waiting.pop(0)
        if name not in order:
            order.append(name)
            waiting += inputs_of[name]
    return order[::-1]


@wrong("topological_order", "All nodes are in the list, also those on which last does not depend.")
def all_nodes(inputs_of, last):
    order = []
    for name in inputs_of:
        order += [each for each in reference.topological_order(inputs_of, name) if each not in order]
    return order


@wrong("topological_order", "This is the order of the dictionary, and the dictionary is in no special order.")
def order_of_the_dictionary(inputs_of, last):
    return [name for name in inputs_of if name in below(inputs_of, last)]


@wrong("topological_order", "The names are sorted by the alphabet; what counts is who is made from whom.")
def order_of_the_alphabet(inputs_of, last):
    return sorted(below(inputs_of, last))


@wrong("topological_order", "The last node itself is missing.")
def without_last(inputs_of, last):
    return reference.topological_order(inputs_of, last)[:-1]


@wrong("topological_order", "Only the first input of a node is visited; visit all of them.")
def first_input_only(inputs_of, last):
    return reference.topological_order({name: inputs[:1] for name, inputs in inputs_of.items()}, last)


@wrong("topological_order", "Nodes without inputs are left out; they belong to the order, too.")
def without_leaves(inputs_of, last):
    return [name for name in reference.topological_order(inputs_of, last) if inputs_of[name]]


# --- backward ---------------------------------------------------------------------------------------------------------


def nodes_of(draw, count):
    """Data, inputs by number, and slopes of a graph whose last node depends on all others."""
    inputs = [[], [], []]
    used = set()
    for i in range(3, count):
        unused = [j for j in range(i) if j not in used]
        first = unused[draw.integer(0, len(unused) - 1)] if i > 3 else draw.integer(0, 2)
        rest = [draw.integer(0, i - 1) for _ in range(draw.integer(0, 2))]
        inputs.append(draw.sample([first, *rest], 1 + len(rest)))
        used.update(inputs[i])
    inputs.append([j for j in range(count) if j not in used])
    slopes = [[draw.signed(0.4, 1.9) for _ in each] for each in inputs]
    return [draw.signed(0.5, 3) for _ in inputs], inputs, slopes


def check_grads(student, data, inputs, slopes, lasts, of, visible=False):
    assert_agrees(
        lambda data, slopes: student.grads_after(data, inputs, slopes, lasts),
        lambda data, slopes: np.array(reference.grads_after(data, inputs, slopes, lasts), dtype=float),
        data,
        slopes,
        of=of,
        visible=visible,
    )


@check("backward", points=1, uses=("topological_order",))
def grads_of_the_text(student):
    """backward(total) gives a the grad 1.5 and b the grad 4, for total = a * b + a with a = 4 and b = 0.5"""
    data, inputs, slopes = [4.0, 0.5, 2.0, 6.0], [[], [], [0, 1], [2, 0]], [[], [], [0.5, 4.0], [1.0, 1.0]]
    check_grads(student, data, inputs, slopes, [3], "the grads of a, b, half and total", visible=True)


@check("backward", points=3, uses=("topological_order",))
def grads_of_any_graph(student, draw):
    """after backward(last) each node has the right grad, in graphs where nodes are used many times, also twice by one"""
    for count in draw.sizes(3, low=6, high=12):
        data, inputs, slopes = nodes_of(draw, count)
        check_grads(student, data, inputs, slopes, [len(data) - 1], "the grads after backward(last)")
        ones = [[1.0] * len(each) for each in slopes]
        check_grads(student, [1.0] * len(data), inputs, ones, [len(data) - 1], "the grads where all numbers are 1")
        small = [*slopes[:-1], [slope / 1000 for slope in slopes[-1]]]
        check_grads(student, data, inputs, small, [len(data) - 1], "the grads where the last slopes are small")
    twice = [[], [0, 0], [1, 1, 0]]
    slopes = [[], [draw.signed(0.4, 1), draw.signed(1.2, 2)], [draw.signed(2, 9), 1.0, -draw.signed(0.4, 1)]]
    check_grads(student, [1.5, 3.0, 9.0], twice, slopes, [2], "the grads where a node uses another twice")


@check("backward", points=1, uses=("topological_order",))
def grads_of_some_nodes(student, draw):
    """backward(last) leaves alone what last does not depend on, and works for a node without inputs"""
    data, inputs, slopes = nodes_of(draw, 6)
    for last in (3, 4, 0):
        check_grads(student, data, inputs, slopes, [last], "the grads after backward(last), last being in the middle")


@check("backward", points=2, uses=("topological_order",))
def grads_add_up(student, draw):
    """two errors that use the same weights leave the sum of their parts in the grads of these"""
    data = [draw.signed(0.5, 3) for _ in range(7)]
    inputs = [[], [], [0, 1], [2, 0], [1, 0], [4, 1]]
    slopes = [[draw.signed(0.4, 1.9) for _ in each] for each in inputs]
    check_grads(student, data[:6], inputs, slopes, draw.sample((3, 5), 2), "the grads after two calls of backward")


@check("backward", points=1, uses=("topological_order",))
def grads_of_a_long_chain(student):
    """a chain of 60 doublings is done at once"""
    inputs = [[], *([i, i] for i in range(60))]
    slopes = [[], *([1.0, 1.0] for _ in range(60))]
    check_grads(student, [2.0**i for i in range(61)], inputs, slopes, [60], "the grads of 60 doublings")


def in_order(last):
    """The nodes below last, each after its inputs."""
    order, seen = [], set()

    def visit(node):
        if id(node) not in seen:
            seen.add(id(node))
            for each in node.inputs:
                visit(each)
            order.append(node)

    visit(last)
    return order


def pairs(node):
    return zip(node.inputs, node.slopes, strict=True)


@slip("backward", "grads_after", "A part is written over the grad that is there: an input that is used twice needs +=.")
def overwritten(last):
    last.grad = 1.0
    for node in in_order(last)[::-1]:
        for each, slope in pairs(node):
            each.grad = slope * node.grad


@slip("backward", "grads_after", "The grad of last is not set to 1, so everything that is handed on is 0.")
def starts_with_zero(last):
    for node in in_order(last)[::-1]:
        for each, slope in pairs(node):
            each.grad += slope * node.grad


@slip("backward", "grads_after", "The grad of last is its data here; its slope for itself is 1.")
def starts_with_data(last):
    last.grad = last.data
    for node in in_order(last)[::-1]:
        for each, slope in pairs(node):
            each.grad += slope * node.grad


@slip("backward", "grads_after", "The node's own grad is missing in the parts: only local slopes are added up.")
def local_slopes_only(last):
    last.grad = 1.0
    for node in in_order(last)[::-1]:
        for each, slope in pairs(node):
            each.grad += slope


@slip("backward", "grads_after", "The local slope is missing in the parts: each input gets the whole grad of its node.")
def grads_only(last):
    last.grad = 1.0
    for node in in_order(last)[::-1]:
        for each, _ in pairs(node):
            each.grad += node.grad


@slip("backward", "grads_after", "The local slope and the grad are added; along a path they are multiplied.")
def added_along_the_path(last):
    last.grad = 1.0
    for node in in_order(last)[::-1]:
        for each, slope in pairs(node):
            each.grad += slope + node.grad


@slip(
    "backward",
    "grads_after",
    "Only the inputs of last get a part. Begin with last, the end of the order, so that all others can hand on, too.",
)
def not_reversed(last):
    last.grad = 1.0
    for node in in_order(last):
        for each, slope in pairs(node):
            each.grad += slope * node.grad


@slip(
    "backward",
    "grads_after",
    "A node hands on before it has all its parts, and later hands on the first parts again. Go through an order instead.",
)
def recursion_that_visits_twice(last):
    count = 0

    def visit(node):
        nonlocal count
        count += 1
        if count > 2000:
            raise RecursionError
        for each, slope in pairs(node):
            each.grad += slope * node.grad
            visit(each)

    last.grad = 1.0
    visit(last)


@slip(
    "backward", "grads_after", "A node hands on as soon as it is met for the first time, before it has all its parts."
)
def too_early(last):
    last.grad, seen = 1.0, set()

    def visit(node):
        if id(node) not in seen:
            seen.add(id(node))
            for each, slope in pairs(node):
                each.grad += slope * node.grad
            for each in node.inputs:
                visit(each)

    visit(last)


@slip(
    "backward", "grads_after", "This goes down layer by layer: a node hands on before it has the parts of longer paths."
)
def layer_after_layer(last):
    last.grad, waiting, seen = 1.0, [last], set()
    while waiting:
        node = waiting.pop(0)
        if id(node) in seen:
            continue
        seen.add(id(node))
        for each, slope in pairs(node):
            each.grad += slope * node.grad
            waiting.append(each)


@slip("backward", "grads_after", "Each node is in the order once for each time it is used, and hands on as often.")
def once_for_each_use(last):
    order = []

    def visit(node):
        if len(order) > 2000:
            raise RecursionError
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in order[::-1]:
        for each, slope in pairs(node):
            each.grad += slope * node.grad


@slip(
    "backward", "grads_after", "All grads are set to 0 first. A weight keeps its part from an earlier call: add to it."
)
def set_to_zero_first(last):
    for node in in_order(last):
        node.grad = 0.0
    reference.backward(last)


@slip("backward", "grads_after", "Only the first input of a node gets its part.")
def first_inputs_only(last):
    last.grad = 1.0
    for node in in_order(last)[::-1]:
        for each, slope in [*pairs(node)][:1]:
            each.grad += slope * node.grad


@slip("backward", "grads_after", "The node's data stands where its grad belongs.")
def data_for_grad(last):
    last.grad = 1.0
    for node in in_order(last)[::-1]:
        for each, slope in pairs(node):
            each.grad += slope * node.data


# --- Value ------------------------------------------------------------------------------------------------------------


def check_formula(student, formula, numbers, visible=False):
    told = f"{formula} at {', '.join(f'{name} = {number:.4g}' for name, number in numbers.items())}"
    assert_agrees(
        lambda numbers: student.evaluate(formula, numbers),
        lambda numbers: reference.evaluate(formula, numbers),
        numbers,
        of=told,
        parts=("data", *numbers),
        visible=visible,
    )


def letters(draw, low=0.6, high=2.2):
    return {"a": draw.signed(low, high), "b": draw.signed(low, high)}


def check_formulas(student, draw, formulas):
    for formula in formulas:
        check_formula(student, formula, letters(draw))
        check_formula(student, formula, {"a": draw.signed(6, 12), "b": -draw.signed(0.2, 0.5)})
        check_formula(student, formula, {"a": draw.integer(2, 5), "b": -draw.integer(2, 5)})


@check("Value", points=2, uses=("local_slopes",))
def values_times(student, draw):
    """a * b, a number times a and powers are right: their data, and their slopes for a and b"""
    check_formulas(student, draw, ("a * b", "a * 3", "-2.5 * b", "a * a * b", "(a + b) * (a + 2)"))
    check_formulas(student, draw, ("a ** 2", "b ** 3", "a ** 4 + b", "b ** -1", "a ** -2", "a ** 1", "(a + b) ** 2"))
    check_formula(student, "a ** 0.5 * b", {"a": draw.number(1.5, 6), "b": draw.signed(1, 2)})
    check_formula(student, "a ** 2 + b ** 1 + a * b", {"a": 0.0, "b": 0.0})


@check("Value", points=2, uses=("local_slopes",))
def values_minus_and_divided(student, draw):
    """-a, a - b, a / b are right, also with a plain number on either side"""
    check_formulas(student, draw, ("-a", "a - b", "b - a", "a - 4", "4 - a", "-(a - b)", "a - a * b"))
    check_formulas(student, draw, ("a / b", "b / a", "a / 4", "4 / a", "1 / (a * b)", "b / a - a", "(a - 3) / (b - 8)"))
    check_formula(student, "a / b", {"a": 0.0, "b": draw.signed(1, 3)})


@check("Value", points=2, uses=("local_slopes",))
def values_of_functions(student, draw):
    """a.exp(), a.tanh() and a.relu() are right, also relu at 0 and far from it"""
    for formula in ("a.exp()", "a.tanh()", "a.relu()", "(a * b).tanh() * a", "(a - b).relu()", "(a * b).exp() + b"):
        for _ in range(3):
            check_formula(student, formula, letters(draw, 0.3, 1.3))
    check_formula(student, "a.exp() + b.exp()", {"a": draw.number(4, 7), "b": -draw.number(2, 4)})
    check_formula(student, "a.tanh() - b.tanh()", {"a": draw.number(1.5, 2.4), "b": -draw.number(1.5, 2.4)})
    for a in (0.0, draw.signed(20, 90), -draw.number(20, 90), draw.number(20, 90), -draw.integer(1, 5), 3):
        check_formula(student, "a.relu() + b", {"a": a, "b": draw.signed(1, 3)})
    check_formula(student, "a.relu() + a * b", {"a": -draw.number(1, 3), "b": draw.signed(1, 3)})
    check_formula(student, "a.relu().relu() * b", {"a": -draw.number(0.01, 0.05), "b": draw.number(7, 12)})


@check("Value", points=2, uses=("local_slopes",))
def values_of_long_formulas(student, draw):
    """long formulas agree with TensorFlow's numbers, and a letter may be used many times"""
    for case in known.values():
        right = {
            "data": case["value"],
            **case["slopes"],
        }  # not moved with the numbers: one case is at the corner of relu
        assert_agrees(
            lambda numbers, formula=case["formula"]: student.evaluate(formula, numbers),
            lambda numbers, right=right: right,
            case["numbers"],
            of=case["formula"],
            parts=[*right],
        )
    formula = "((a * b + a).tanh() - a / (b * b + 1)).exp() * (a - 0.5 * b).relu() ** 2 + a * a"
    for _ in range(3):
        check_formula(student, formula, letters(draw, 0.3, 1.3))


def value(self, data, inputs, slopes):
    """A new Value of the same class."""
    return type(self)(data, inputs, slopes)


def other_value(self, other):
    return other if hasattr(other, "slopes") else type(self)(other)


@slip(
    "Value.__mul__", "evaluate", "The slopes of the product are exchanged: the slope for a is b, the slope for b is a."
)
def times_exchanged(self, other):
    other = other_value(self, other)
    return value(self, self.data * other.data, (self, other), (self.data, other.data))


@slip("Value.__mul__", "evaluate", "The slopes of the product are those of a sum.")
def times_with_ones(self, other):
    other = other_value(self, other)
    return value(self, self.data * other.data, (self, other), (1.0, 1.0))


@slip(
    "Value.__mul__", "evaluate", "A product remembers its first factor only; when the second one moves, it moves too."
)
def times_remembers_first(self, other):
    other = other_value(self, other)
    return value(self, self.data * other.data, (self,), (other.data,))


@slip("Value.__mul__", "evaluate", "The product does not remember what it was made from.")
def times_forgets(self, other):
    return value(self, self.data * other_value(self, other).data, (), ())


@slip("Value.__mul__", "evaluate", "A plain number as the second factor fails: as_value makes a Value of it.")
def times_without_as_value(self, other):
    return value(self, self.data * other.data, (self, other), (other.data, self.data))


@slip("Value.__pow__", "evaluate", "The exponent of the slope is not 1 less: the slope of a ** n has a ** (n - 1).")
def power_not_lowered(self, n):
    return value(self, self.data**n, (self,), (n * self.data**n,))


@slip("Value.__pow__", "evaluate", "The factor n is missing in the slope of a ** n.")
def power_without_factor(self, n):
    return value(self, self.data**n, (self,), (self.data ** (n - 1),))


@slip("Value.__pow__", "evaluate", "The slope of a power is always that of the square: use n.")
def power_as_square(self, n):
    return value(self, self.data**n, (self,), (2 * self.data,))


@slip("Value.__pow__", "evaluate", "The exponent loses its sign: a ** -1 is 1 / a.")
def power_without_sign(self, n):
    return value(self, self.data ** abs(n), (self,), (abs(n) * self.data ** (abs(n) - 1),))


@slip("Value.__neg__", "evaluate", "The data of -a has the other sign, but its slope has not: it is -1.")
def minus_with_slope_one(self):
    return value(self, -self.data, (self,), (1.0,))


@slip("Value.__neg__", "evaluate", "-a changes the sign of a itself: leave a as it is and return a new Value.")
def minus_in_place(self):
    self.data = -self.data
    return self


@slip("Value.__sub__", "evaluate", "The operands are exchanged: this is b - a.")
def difference_turned(self, other):
    other = other_value(self, other)
    return value(self, other.data - self.data, (self, other), (-1.0, 1.0))


@slip("Value.__sub__", "evaluate", "The data are subtracted, but the slopes are those of a sum: that for b is -1.")
def difference_with_slopes_of_sum(self, other):
    other = other_value(self, other)
    return value(self, self.data - other.data, (self, other), (1.0, 1.0))


@slip("Value.__sub__", "evaluate", "The slopes of a - b are exchanged.")
def difference_slopes_exchanged(self, other):
    other = other_value(self, other)
    return value(self, self.data - other.data, (self, other), (-1.0, 1.0))


@slip("Value.__truediv__", "evaluate", "The operands are exchanged: this is b / a.")
def division_turned(self, other):
    other = other_value(self, other)
    return value(self, other.data / self.data, (self, other), (-other.data / self.data**2, 1 / self.data))


@slip("Value.__truediv__", "evaluate", "The slope of a / b for b has lost its minus.")
def division_without_minus(self, other):
    other = other_value(self, other)
    return value(self, self.data / other.data, (self, other), (1 / other.data, self.data / other.data**2))


@slip("Value.__truediv__", "evaluate", "The slope of a / b for b needs the square of b.")
def division_without_square(self, other):
    other = other_value(self, other)
    return value(self, self.data / other.data, (self, other), (1 / other.data, -self.data / other.data))


@slip("Value.__truediv__", "evaluate", "The divisor is taken as a fixed number: a / b moves when b moves, too.")
def division_by_fixed_number(self, other):
    return self * (1 / other_value(self, other).data)


@slip("Value.exp", "evaluate", "The slope of exp is 1 here; it is exp itself.")
def exp_with_slope_one(self):
    return value(self, np.exp(self.data).item(), (self,), (1.0,))


@slip("Value.exp", "evaluate", "The slope of exp is the number itself here; it is exp of the number.")
def exp_with_slope_of_data(self):
    return value(self, np.exp(self.data).item(), (self,), (self.data,))


@slip("Value.tanh", "evaluate", "The square is missing in the slope of tanh.")
def tanh_with_slope_without_square(self):
    result = np.tanh(self.data).item()
    return value(self, result, (self,), (1 - result,))


@slip("Value.tanh", "evaluate", "The slope of tanh squares the input; it is 1 minus the square of the result.")
def tanh_with_slope_of_input(self):
    return value(self, np.tanh(self.data).item(), (self,), (1 - self.data**2,))


@slip("Value.tanh", "evaluate", "The slope of tanh takes tanh a second time: the square of the result is enough.")
def tanh_twice(self):
    result = np.tanh(self.data).item()
    return value(self, result, (self,), (1 - np.tanh(result).item() ** 2,))


@slip("Value.relu", "evaluate", "The slope of relu is always 1; below 0 it is 0.")
def relu_with_slope_one(self):
    return value(self, max(self.data, 0.0), (self,), (1.0,))


@slip("Value.relu", "evaluate", "At exactly 0 the slope of relu is 0 here.")
def relu_with_slope_at_zero(self):
    return value(self, max(self.data, 0.0), (self,), (1.0 if self.data >= 0 else 0.0,))


@slip("Value.relu", "evaluate", "The slope of relu is its value here; it is 1 above 0.")
def relu_with_slope_of_data(self):
    return value(self, max(self.data, 0.0), (self,), (max(self.data, 0.0),))


# --- step -------------------------------------------------------------------------------------------------------------


def check_step(student, data, grads, lr, of="after_step(data, grads, lr)", visible=False):
    def numbers(lesson):
        return lambda *args: lesson.after_step(*args)

    parts = ("the data", "the grads")
    assert_agrees(numbers(student), numbers(reference), data, grads, lr, of=of, parts=parts, visible=visible)


@check("step", points=1)
def step_of_the_text(student):
    """step moves 1, -2 and 5 with the grads 0.5, -4 and 0 to 0.75, 0 and 5, and sets the grads to 0"""
    check_step(student, [1.0, -2.0, 5.0], [0.5, -4.0, 0.0], 0.5, visible=True)


@check("step", points=2)
def step_of_any_weights(student, draw):
    """step is right for any weights, grads and learning rates, and all grads are 0 after it"""
    for count, lr in zip((*draw.sizes(3, low=2, high=7), 1), (0.02, 0.4, 1.7, 3), strict=True):
        data, grads = ([draw.signed(1, 9) for _ in range(count)] for _ in range(2))
        check_step(student, data, grads, lr * draw.number(0.9, 1.1))
    check_step(student, [draw.integer(3, 9), -draw.integer(3, 9)], [draw.integer(1, 5), -draw.integer(1, 5)], 0.25)
    check_step(student, [draw.signed(1, 9), draw.signed(1, 9)], [draw.signed(50, 90), 1e-4], 1)


@slip("step", "after_step", "The weights go along their slopes; they have to go against them.")
def uphill(weights, lr):
    for weight in weights:
        weight.data += lr * weight.grad
        weight.grad = 0.0


@slip("step", "after_step", "The grads are not set back to 0.")
def grads_kept(weights, lr):
    for weight in weights:
        weight.data -= lr * weight.grad


@slip("step", "after_step", "No weight moves: change weight.data, and set the grads to 0 after that.")
def grads_lost_first(weights, lr):
    for weight in weights:
        weight.grad = 0.0
        weight.data -= lr * weight.grad


@slip("step", "after_step", "The learning rate is left out.")
def without_rate(weights, lr):
    for weight in weights:
        weight.data -= weight.grad
        weight.grad = 0.0


@slip("step", "after_step", "The learning rate is divided by; it has to be multiplied.")
def rate_divided(weights, lr):
    for weight in weights:
        weight.data -= weight.grad / lr
        weight.grad = 0.0


@slip("step", "after_step", "Only the sign of the slope is used: a weight with a large slope moves farther.")
def sign_only(weights, lr):
    for weight in weights:
        weight.data -= lr * np.sign(weight.grad).item()
        weight.grad = 0.0


@slip("step", "after_step", "Only the first weight moves: the function returns inside its loop.")
def first_weight_only(weights, lr):
    reference.step(weights[:1], lr)


without_reset = choice(
    "without_reset",
    points=1,
    sentence="without_reset tells what a training does whose grads are never set back",
    answer="b",
    wrongs={
        "a": "backward adds to the grad of a weight; it writes nothing over it.",
        "c": "The sum of all slopes does not get smaller when each slope does.",
        "d": "A step moves each weight once; look at what it moves by.",
    },
)
