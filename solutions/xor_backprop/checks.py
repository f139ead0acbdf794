"""Hidden checks and known wrong answers of backpropagation by hand.

That a network learns XOR proves little: wrong gradients get there too. So a training is compared epoch by epoch with
the reference, on random nets of unequal sizes; only the weights that a student trained are judged by what they do.
"""

import json
from pathlib import Path

import numpy as np

from autograder.checks import (
    Failure,
    as_array,
    as_letters,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    assert_drawn,
    assert_labels,
    assert_no_other,
    check,
    choice,
    curves,
    drawn,
    figure_of,
    figures,
    picture,
    reference_of,
    values,
    with_points,
    wrong,
)

reference = reference_of(__file__)
sigmoid = reference.sigmoid

XOR_X, XOR_T = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0], [1], [1], [0]])
_stored = json.loads((Path(__file__).parents[2] / "source_data" / "xor_backprop_weights.json").read_text("utf-8"))
FIRST = np.array(_stored["first"]["W1"]), np.array(_stored["first"]["W2"])  # before any training
PRINTED = np.array(_stored["printed"]["W1"]), np.array(_stored["printed"]["W2"])  # after training, as printed
PRINTED_OUTPUTS = np.array(_stored["printed"]["outputs"])

OF_A_NEURON = ("sigmoid_derivative", "dh_df", "neuron_factors", "neuron_gradient")
OF_TWO_LAYERS = ("sigmoid_derivative", "forward", "hidden_delta")
OF_TRAINING = ("loss", *OF_TWO_LAYERS, "gradients", "output_delta")


def targets(draw, X, outputs):
    """Targets from 0 to 1 of all rows of X; where X has whole numbers, 0 and 1 themselves."""
    shape = len(X), outputs
    return draw.integers(*shape, low=0, high=1) if X.dtype.kind == "i" else draw.uniform(*shape)


def within(X, W):
    """X, or less of it, so that no sum is beyond 5: there a sigmoid of float32 has few digits of how far it is from its
    ends."""
    if X.dtype.kind == "i":
        return np.sign(X) * (np.arange(X.shape[1]) < 2)
    return X * min(1.0, 5 / np.abs(X @ W).max())


def layer(draw, whole=True):
    """Inputs, weights and targets of a random layer whose batch and sizes all differ; weights may be `whole` numbers
    where nothing like them is computed."""
    batch, inputs, outputs = draw.sizes(3)
    X, W = draw.normal(batch, inputs), draw.normal(inputs, outputs, scale=0.6, whole=whole)
    return within(X, W), W, targets(draw, X, outputs)


def net(draw, whole=True):
    """Inputs, weights of both layers and targets of a random net whose batch and three layers all differ in size."""
    batch, inputs, hidden, outputs = draw.sizes(4)
    X, W1 = draw.normal(batch, inputs), draw.normal(inputs, hidden, scale=0.6, whole=whole)
    return within(X, W1), W1, draw.normal(hidden, outputs, scale=0.6, whole=whole), targets(draw, X, outputs)


def with_many_rows(draw, X, t):
    """So many rows far from their targets that gradients are beyond 1; each layer's sizes as for X and t."""
    batch = draw.integer(60, 80)
    return np.abs(draw.normal(batch, X.shape[1], whole=False)), draw.uniform(batch, t.shape[1], low=0.9)


def slope(output):
    """The derivative of the sigmoid from its output."""
    return output * (1 - output)


# --- loss -------------------------------------------------------------------------------------------------------------


@check("loss", points=1)
def loss_by_hand(student):
    """loss is 6.5 for (1, 2, 3) against (1, 0, 0), and right for the outputs of a trained network"""
    args = np.array([1, 2, 3]), np.array([1, 0, 0])
    assert_agrees(student.loss, reference.loss, *args, of="loss((1, 2, 3), (1, 0, 0))", visible=True)
    assert_agrees(student.loss, reference.loss, PRINTED_OUTPUTS, XOR_T, of="loss(printed outputs, t)", visible=True)


@check("loss", points=1)
def loss_of_any_shape(student, draw):
    """loss(y, t) is half the sum of the squared differences, for any shape"""
    for shape in (draw.sizes(1), draw.sizes(2)):
        assert_agrees(student.loss, reference.loss, draw.normal(*shape), draw.normal(*shape), of="loss(y, t)")


@wrong("loss", "The half is missing.")
def loss_without_half(y, t):
    return np.sum((y - t) ** 2)


@wrong("loss", "This is the mean of the squares; the loss is half of their sum.")
def loss_as_mean(y, t):
    return np.mean((y - t) ** 2)


@wrong("loss", "This is half of the mean; nothing is divided by the number of outputs.")
def loss_as_half_mean(y, t):
    return 0.5 * np.mean((y - t) ** 2)


@wrong("loss", "The square is missing, so that differences of unlike sign cancel.")
def loss_without_square(y, t):
    return 0.5 * np.sum(y - t)


@wrong("loss", "The differences are added before they are squared; square each one, then add.")
def loss_square_of_sum(y, t):
    return 0.5 * np.sum(y - t) ** 2


@wrong("loss", "The sum is missing: the loss is one number for all entries.")
def loss_not_summed(y, t):
    return 0.5 * (y - t) ** 2


@wrong("loss", "These are the absolute differences; they have to be squared.")
def loss_absolute(y, t):
    return 0.5 * np.sum(np.abs(y - t))


@wrong("loss", "The targets are added; the loss is about the difference y - t.")
def loss_of_the_sum(y, t):
    return 0.5 * np.sum((y + t) ** 2)


@wrong("loss", "The half is squared too: take half of the squares, not the squares of the halves.")
def loss_half_squared(y, t):
    return np.sum((0.5 * (y - t)) ** 2)


# --- dz_dx, chain_g ---------------------------------------------------------------------------------------------------


@check("dz_dx", points=1)
def derivative_of_a_square(student, draw):
    """dz_dx(x, y) is the derivative of (x + y)^2 with respect to x"""
    assert_agrees(student.dz_dx, reference.dz_dx, 1.0, 2.0, of="dz_dx(1, 2)", visible=True)
    shape = draw.sizes(1)
    assert_agrees(student.dz_dx, reference.dz_dx, draw.normal(*shape), draw.normal(*shape), of="dz_dx(x, y)")


@wrong("dz_dx", "This is z itself; its derivative is asked for.")
def dz_dx_is_z(x, y):
    return (x + y) ** 2


@wrong("dz_dx", "The 2 of the square is missing: the derivative of t^2 is 2t.")
def dz_dx_without_2(x, y):
    return x + y


@wrong("dz_dx", "This is the derivative of x^2; what is squared is t = x + y.")
def dz_dx_of_x_squared(x, y):
    return 2 * x


@wrong("dz_dx", "The outer derivative has to be taken at t = x + y, not at y.")
def dz_dx_at_y(x, y):
    return 2 * y


@wrong("dz_dx", "The inner derivative is 1, not x: t = x + y.")
def dz_dx_times_x(x, y):
    return 2 * (x + y) * x


@wrong("dz_dx", "The inner derivative is 1, not 2: y does not depend on x.")
def dz_dx_both_moved(x, y):
    return 4 * (x + y)


@wrong("dz_dx", "y is subtracted; t is the sum of x and y.")
def dz_dx_of_difference(x, y):
    return 2 * (x - y)


def check_links(student, h, t, of, visible=False):
    found = student.chain_g(h, t)
    if isinstance(found, np.ndarray) and found.shape == (3, *np.shape(h)):
        found = [found[i, ...] for i in range(3)]
    first, link, whole = as_parts(found, 3, of=of)
    conditioning = np.abs(h) + np.abs(t)
    assert_close(first, h - t, of=f"dE/dg of {of}", conditioning=conditioning, visible=visible)
    link = as_numbers(link, of=f"dg/dh of {of}")
    assert_close(link, np.ones(link.shape and np.shape(h)), of=f"dg/dh of {of}", visible=True)
    assert_close(whole, h - t, of=f"dE/dh of {of}", conditioning=conditioning, visible=visible)


@check("chain_g", points=1)
def links_by_hand(student):
    """chain_g gives the three derivatives at h = 0.7 and t = 1"""
    check_links(student, 0.7, 1.0, "chain_g(0.7, 1)", visible=True)


@check("chain_g", points=1)
def links_of_any_outputs(student, draw):
    """chain_g(h, t) gives dE/dg, dg/dh and dE/dh for any outputs, also where they are right already"""
    batch, outputs = draw.sizes(2)
    h, t = draw.normal(batch, outputs), draw.normal(batch, outputs)
    t[0, 0] = h[0, 0]
    check_links(student, h, t, "chain_g(h, t)")


@wrong("chain_g", "The sign is reversed: g is h - t.")
def chain_sign_reversed(h, t):
    return t - h, 1, t - h


@wrong("chain_g", "The half of E is forgotten: 1/2 times 2g is g.")
def chain_without_half(h, t):
    return 2 * (h - t), 1, 2 * (h - t)


@wrong("chain_g", "The 2 of the square is forgotten: 1/2 times 2g is g.")
def chain_half_left(h, t):
    return 0.5 * (h - t), 1, 0.5 * (h - t)


@wrong("chain_g", "dg/dh is 1: t is a fixed number, and g moves by as much as h.")
def chain_link_is_g(h, t):
    return h - t, h - t, (h - t) ** 2


@wrong("chain_g", "dg/dh is 1, not -1: h is not the one that is subtracted.")
def chain_link_negative(h, t):
    return h - t, -1, t - h


@wrong("chain_g", "dg/dh is 1, not 0: only t stays fixed when h moves.")
def chain_link_zero(h, t):
    return h - t, 0, 0 * h


@wrong("chain_g", "dE/dh is the product of the two others, not their sum.")
def chain_links_added(h, t):
    return h - t, 1, h - t + 1


@wrong("chain_g", "The third is the loss of each entry; its derivative with respect to h is asked for.")
def chain_ends_with_the_loss(h, t):
    return h - t, 1, 0.5 * (h - t) ** 2


@wrong("chain_g", "The first is the loss of each entry; its derivative is asked for.")
def chain_loss_itself(h, t):
    return 0.5 * (h - t) ** 2, 1, 0.5 * (h - t) ** 2


# --- sigmoid_derivative, dh_df ----------------------------------------------------------------------------------------


@check("sigmoid_derivative", points=1)
def derivative_of_saturated_outputs(student):
    """sigmoid_derivative is 0.25, 0.16 and 0 for the outputs 0.5, 0.8 and 1"""
    found = student.sigmoid_derivative(np.array([0.5, 0.8, 1.0]))
    assert_close(found, np.array([0.25, 0.16, 0.0]), of="sigmoid_derivative([0.5, 0.8, 1])", visible=True)
    assert_close(student.sigmoid_derivative(np.array([1, 0])), np.zeros(2), of="sigmoid_derivative([1, 0])")


@check("sigmoid_derivative", points=1)
def derivative_from_any_output(student, draw):
    """sigmoid_derivative(x) is the derivative where the output is x, for any array of outputs"""
    for shape in (draw.sizes(1), draw.sizes(2)):
        x = draw.uniform(*shape, low=0.05, high=0.95)
        assert_agrees(student.sigmoid_derivative, reference.sigmoid_derivative, x, of="sigmoid_derivative(x)")


@wrong("sigmoid_derivative", "x is the output already; no sigmoid is computed in here.")
def derivative_takes_the_input(x):
    return slope(sigmoid(x))


@wrong("sigmoid_derivative", "This is the output itself; the factor 1 - x is missing.")
def derivative_is_the_output(x):
    return x * 1.0


@wrong("sigmoid_derivative", "The factor x is missing: it is x times 1 - x.")
def derivative_without_x(x):
    return 1 - x


@wrong("sigmoid_derivative", "The sign is reversed: it is x times 1 - x, not x - 1.")
def derivative_sign_reversed(x):
    return x * (x - 1)


@wrong("sigmoid_derivative", "1 - x^2 belongs to the hyperbolic tangent; for the sigmoid it is x times 1 - x.")
def derivative_of_tanh(x):
    return 1 - x**2


@wrong("sigmoid_derivative", "The brackets are missing: x * 1 - x is 0 everywhere.")
def derivative_without_brackets(x):
    return x * 1 - x


@wrong("sigmoid_derivative", "The derivative is taken twice; once is enough.")
def derivative_twice(x):
    return slope(slope(x))


@check("dh_df", points=1, uses=("sigmoid_derivative",))
def dh_df_where_the_slide_is_wrong(student):
    """dh_df is 0.25 at f = 0 and 0.1966 at f = 1, where f(1 - f) gives 0"""
    args = np.array([0.0, 1.0])
    assert_agrees(student.dh_df, reference.dh_df, args, of="dh_df([0, 1])", visible=True)


@check("dh_df", points=1, uses=("sigmoid_derivative",))
def dh_df_of_any_input(student, draw):
    """dh_df(f) is the derivative of the sigmoid at f, for any array"""
    for shape in (draw.sizes(1), draw.sizes(2)):
        assert_agrees(student.dh_df, reference.dh_df, draw.normal(*shape), of="dh_df(f)")


@wrong("dh_df", "This is f(1 - f); it needs h = sigmoid(f) in place of f.")
def dh_df_of_the_slide(f):
    return slope(f)


@wrong("dh_df", "This is the sigmoid; its derivative is asked for.")
def dh_df_is_h(f):
    return sigmoid(f)


@wrong("dh_df", "The second factor is 1 - h, not 1 - f.")
def dh_df_half_replaced(f):
    return sigmoid(f) * (1 - f)


@wrong("dh_df", "The first factor is h, not f.")
def dh_df_other_half_replaced(f):
    return f * (1 - sigmoid(f))


@wrong("dh_df", "The sigmoid is applied twice: h is sigmoid(f).")
def dh_df_sigmoid_twice(f):
    return slope(sigmoid(sigmoid(f)))


@wrong("dh_df", "The factor h is missing: it is h times 1 - h.")
def dh_df_without_h(f):
    return 1 - sigmoid(f)


@wrong("dh_df", "The derivative is applied to the derivative; h(1 - h) once is enough.")
def dh_df_derivative_twice(f):
    return slope(slope(sigmoid(f)))


# --- one neuron -------------------------------------------------------------------------------------------------------

NEURON = np.array([[1.0, 2.0]]), np.array([[0.5], [-0.25]]), np.array([[1.0]])
FACTORS = ("dE/dh", "dh/df", "what stands for df/dW")


@check("neuron_factors", points=1, uses=("sigmoid_derivative", "dh_df", "chain_g"))
def factors_by_hand(student):
    """neuron_factors gives the three factors of the numbers of the text"""
    of = "neuron_factors(X, W, t)"
    assert_agrees(student.neuron_factors, reference.neuron_factors, *NEURON, of=of, parts=FACTORS, visible=True)


@check("neuron_factors", points=1, uses=("sigmoid_derivative", "dh_df", "chain_g"))
def factors_of_any_layer(student, draw):
    """neuron_factors(X, W, t) gives the three factors for any batch and any sizes"""
    of = "neuron_factors(X, W, t)"
    X, W, t = layer(draw)
    assert_agrees(student.neuron_factors, reference.neuron_factors, X, W, t, of=of, parts=FACTORS)
    assert_agrees(student.neuron_factors, reference.neuron_factors, X[:1] / 4, 3 * W, t[:1], of=of, parts=FACTORS)


def factors(X, W, t):
    h = sigmoid(X @ W)
    return h - t, slope(h), X.T


@wrong("neuron_factors", "The sign of the first is reversed: dE/dh is h - t.")
def factors_sign_reversed(X, W, t):
    h = sigmoid(X @ W)
    return t - h, slope(h), X.T


@wrong("neuron_factors", "The first is twice too large: the half of E cancels the 2.")
def factors_twice(X, W, t):
    h = sigmoid(X @ W)
    return 2 * (h - t), slope(h), X.T


@wrong("neuron_factors", "The second is f(1 - f); it has to be h(1 - h).")
def factors_of_the_slide(X, W, t):
    return sigmoid(X @ W) - t, slope(X @ W), X.T


@wrong("neuron_factors", "The sigmoid is applied twice in the second: h is the output already.")
def factors_sigmoid_twice(X, W, t):
    h = sigmoid(X @ W)
    return h - t, slope(sigmoid(h)), X.T


@wrong("neuron_factors", "The third is not transposed: it stands in front as X.T.")
def factors_not_transposed(X, W, t):
    return (*factors(X, W, t)[:2], X)


@wrong("neuron_factors", "The third is W.T, which carries back to the inputs; for the gradient of W it is X.T.")
def factors_with_weights(X, W, t):
    return (*factors(X, W, t)[:2], W.T)


@wrong("neuron_factors", "The sigmoid is missing: h is sigmoid(X @ W).")
def factors_without_sigmoid(X, W, t):
    return X @ W - t, slope(X @ W), X.T


@wrong("neuron_factors", "The first two are in the other order: dE/dh comes first.")
def factors_swapped(X, W, t):
    first, second, third = factors(X, W, t)
    return second, first, third


@wrong("neuron_factors", "The second is h itself; the derivative of the sigmoid is h(1 - h).")
def factors_with_h(X, W, t):
    h = sigmoid(X @ W)
    return h - t, h, X.T


@check("neuron_gradient", points=1, uses=("sigmoid_derivative", "dh_df", "chain_g", "neuron_factors"))
def gradient_by_hand(student):
    """neuron_gradient is (-0.125, -0.25) for the numbers of the text"""
    of = "neuron_gradient(X, W, t)"
    assert_agrees(student.neuron_gradient, reference.neuron_gradient, *NEURON, of=of, visible=True)


@check("neuron_gradient", points=2, uses=("sigmoid_derivative", "dh_df", "chain_g", "neuron_factors"))
def gradient_of_any_layer(student, draw):
    """neuron_gradient(X, W, t) is the gradient of the loss for any batch and any sizes"""
    assert_agrees(
        student.neuron_gradient, reference.neuron_gradient, *layer(draw, whole=False), of="neuron_gradient(X, W, t)"
    )


@wrong("neuron_gradient", "The sign is reversed: the gradient has h - t in it.")
def gradient_sign_reversed(X, W, t):
    return -reference.neuron_gradient(X, W, t)


@wrong("neuron_gradient", "The derivative of the sigmoid, h(1 - h), is missing.")
def gradient_without_derivative(X, W, t):
    return X.T @ (sigmoid(X @ W) - t)


@wrong("neuron_gradient", "This has f(1 - f); it has to be h(1 - h).")
def gradient_of_the_slide(X, W, t):
    return X.T @ ((sigmoid(X @ W) - t) * slope(X @ W))


@wrong("neuron_gradient", "The sigmoid is applied twice in the derivative: h is the output already.")
def gradient_sigmoid_twice(X, W, t):
    h = sigmoid(X @ W)
    return X.T @ ((h - t) * slope(sigmoid(h)))


@wrong("neuron_gradient", "h stands where its derivative h(1 - h) belongs.")
def gradient_with_h(X, W, t):
    h = sigmoid(X @ W)
    return X.T @ ((h - t) * h)


@wrong("neuron_gradient", "This is the mean over the batch; the loss is a sum.")
def gradient_as_mean(X, W, t):
    return reference.neuron_gradient(X, W, t) / len(X) if len(X) > 1 else reference.neuron_gradient(X, W, t)


@wrong("neuron_gradient", "It is twice too large: the half of E cancels the 2.")
def gradient_twice(X, W, t):
    return 2 * reference.neuron_gradient(X, W, t)


@wrong("neuron_gradient", "The gradient is transposed; it has the shape of W.")
def gradient_transposed(X, W, t):
    return reference.neuron_gradient(X, W, t).T


@wrong("neuron_gradient", "The difference is squared; that is in the loss, not in its gradient.")
def gradient_of_squares(X, W, t):
    h = sigmoid(X @ W)
    return X.T @ ((h - t) ** 2 * slope(h))


@wrong("neuron_gradient", "X is not transposed: X.T stands in front.")
def gradient_not_transposed(X, W, t):
    h = sigmoid(X @ W)
    return X @ ((h - t) * slope(h))


STEP = ("E", "dE/dW", "the new W")


@check("gd_step", points=1, uses=("loss", *OF_A_NEURON))
def descent_by_hand(student):
    """gd_step gives E, the gradient and the new W for the numbers of the text"""
    of = "gd_step(X, W, t, 0.1)"
    assert_agrees(student.gd_step, reference.gd_step, *NEURON, 0.1, of=of, parts=STEP, visible=True)


@check("gd_step", points=2, uses=("loss", *OF_A_NEURON))
def descent_of_any_layer(student, draw):
    """gd_step(X, W, t, alpha) is one step for any sizes and any learning rate"""
    of = "gd_step(X, W, t, alpha)"
    for alpha in (draw.number(0.2, 0.8), draw.number(1.5, 4)):
        X, W, t = layer(draw, whole=False)
        assert_agrees(student.gd_step, reference.gd_step, X, W, t, alpha, of=of, parts=STEP)
    X, t = with_many_rows(draw, X, t)
    assert_agrees(student.gd_step, reference.gd_step, X, W, t, 0.1, of=of, parts=STEP)


def stepped(move, E=None):
    """A gd_step that gets the new W, or E, in another way."""

    def step(X, W, t, alpha):
        gradient = reference.neuron_gradient(X, W, t)
        W_next = move(W, gradient, alpha)
        return (E or reference.loss)(sigmoid(X @ W), t), gradient, W_next

    return step


@wrong("gd_step", "The step goes up: subtract alpha times the gradient.")
def descent_uphill(X, W, t, alpha):
    return stepped(lambda W, g, alpha: W + alpha * g)(X, W, t, alpha)


@wrong("gd_step", "The learning rate is missing in the step.")
def descent_without_rate(X, W, t, alpha):
    return stepped(lambda W, g, alpha: W - g)(X, W, t, alpha)


@wrong("gd_step", "The learning rate is multiplied in twice.")
def descent_rate_twice(X, W, t, alpha):
    return stepped(lambda W, g, alpha: W - alpha * alpha * g)(X, W, t, alpha)


@wrong("gd_step", "The third is the step alone; the new W is W minus that.")
def descent_step_alone(X, W, t, alpha):
    return stepped(lambda W, g, alpha: alpha * g)(X, W, t, alpha)


@wrong("gd_step", "The learning rate also multiplies W: only the gradient is multiplied by it.")
def descent_rate_on_weights(X, W, t, alpha):
    return stepped(lambda W, g, alpha: alpha * (W - g))(X, W, t, alpha)


@wrong("gd_step", "The step is kept between -1 and 1; W moves by alpha times the whole gradient.")
def descent_with_clipped_gradient(X, W, t, alpha):
    return stepped(lambda W, g, alpha: W - alpha * np.clip(g, -1, 1))(X, W, t, alpha)


@wrong("gd_step", "The half is missing in E.")
def descent_without_half(X, W, t, alpha):
    return stepped(lambda W, g, alpha: W - alpha * g, loss_without_half.answer)(X, W, t, alpha)


@wrong("gd_step", "E is the mean of the squares; it has to be half of their sum.")
def descent_with_mean(X, W, t, alpha):
    return stepped(lambda W, g, alpha: W - alpha * g, loss_as_mean.answer)(X, W, t, alpha)


@wrong("gd_step", "E is taken after the step; it belongs to the W that was given.")
def descent_loss_after(X, W, t, alpha):
    _, gradient, W_next = reference.gd_step(X, W, t, alpha)
    return reference.loss(sigmoid(X @ W_next), t), gradient, W_next


@wrong("gd_step", "The gradient is taken at the new W; it belongs to the W that was given.")
def descent_gradient_after(X, W, t, alpha):
    E, _, W_next = reference.gd_step(X, W, t, alpha)
    return E, reference.neuron_gradient(X, W_next, t), W_next


@wrong("gd_step", "The second is already multiplied by alpha; dE/dW is the gradient itself.")
def descent_gradient_scaled(X, W, t, alpha):
    E, gradient, W_next = reference.gd_step(X, W, t, alpha)
    return E, alpha * gradient, W_next


@wrong("gd_step", "The derivative of the sigmoid is missing in the gradient.")
def descent_without_derivative(X, W, t, alpha):
    gradient = gradient_without_derivative.answer(X, W, t)
    return reference.loss(sigmoid(X @ W), t), gradient, W - alpha * gradient


# --- two layers -------------------------------------------------------------------------------------------------------

LAYERS = ("h", "o")


@check("forward", points=1)
def forward_of_the_document(student):
    """forward gives h and o for the four rows, with the first weights and with the trained ones"""
    for W1, W2 in (FIRST, PRINTED):
        args = XOR_X, W1, W2
        assert_agrees(student.forward, reference.forward, *args, of="forward(X, W1, W2)", parts=LAYERS, visible=True)


@check("forward", points=1)
def forward_of_any_net(student, draw):
    """forward gives h and o for any batch and any sizes"""
    args = net(draw)[:3]
    assert_agrees(student.forward, reference.forward, *args, of="forward(X, W1, W2)", parts=LAYERS)


@wrong("forward", "The sigmoid is missing in the hidden layer.")
def forward_without_hidden_sigmoid(X, W1, W2):
    return X @ W1, sigmoid(X @ W1 @ W2)


@wrong("forward", "The sigmoid is missing in the output layer.")
def forward_without_output_sigmoid(X, W1, W2):
    h = sigmoid(X @ W1)
    return h, h @ W2


@wrong("forward", "The sigmoid is missing in both layers.")
def forward_without_sigmoids(X, W1, W2):
    return X @ W1, X @ W1 @ W2


@wrong("forward", "The first is what goes into the sigmoids; h is what comes out of them.")
def forward_returns_sums(X, W1, W2):
    return X @ W1, sigmoid(sigmoid(X @ W1) @ W2)


@wrong("forward", "The two are in the other order: h comes first.")
def forward_swapped(X, W1, W2):
    return reference.forward(X, W1, W2)[::-1]


@wrong("forward", "The step function stands there; take the sigmoid.")
def forward_with_steps(X, W1, W2):
    h = (X @ W1 > 0).astype(float)
    return h, (h @ W2 > 0).astype(float)


@wrong("forward", "The weights are transposed: each column of W1 belongs to one hidden node, so it is X @ W1.")
def forward_transposed(X, W1, W2):
    h = sigmoid(X @ W1.T)
    return h, sigmoid(h @ W2.T)


@wrong("forward", "The sigmoid is applied to h again before the second layer.")
def forward_sigmoid_twice(X, W1, W2):
    h = sigmoid(X @ W1)
    return h, sigmoid(sigmoid(h) @ W2)


@check("hidden_delta", points=1, uses=("sigmoid_derivative",))
def hidden_delta_of_the_document(student):
    """hidden_delta is right for the four rows and the first weights"""
    h, o = reference.forward(XOR_X, *FIRST)
    args = (XOR_T - o) * slope(o), FIRST[1], h
    of = "hidden_delta(delta2, W2, h)"
    assert_agrees(student.hidden_delta, reference.hidden_delta, *args, of=of, visible=True)


@check("hidden_delta", points=2, uses=("sigmoid_derivative",))
def hidden_delta_of_any_net(student, draw):
    """hidden_delta carries the deltas back through W2 and the sigmoid, for any batch and any sizes"""
    batch, hidden, outputs = draw.sizes(3)
    args = draw.normal(batch, outputs), draw.normal(hidden, outputs), draw.uniform(batch, hidden, low=0.05, high=0.95)
    assert_agrees(student.hidden_delta, reference.hidden_delta, *args, of="hidden_delta(delta2, W2, h)")


@wrong("hidden_delta", "W2 is not transposed: the deltas go back through W2.T.")
def hidden_delta_not_transposed(delta2, W2, h):
    return (delta2 @ W2) * slope(h)


@wrong("hidden_delta", "The first product is entry by entry; it has to be a matrix product with W2.T.")
def hidden_delta_entry_by_entry(delta2, W2, h):
    return delta2 * W2.T * slope(h)


@wrong("hidden_delta", "The derivative of the sigmoid, h(1 - h), is missing.")
def hidden_delta_without_derivative(delta2, W2, h):
    return delta2 @ W2.T


@wrong("hidden_delta", "h stands where its derivative h(1 - h) belongs.")
def hidden_delta_with_h(delta2, W2, h):
    return delta2 @ W2.T * h


@wrong("hidden_delta", "The sigmoid is computed once more in the derivative: h is its output already.")
def hidden_delta_sigmoid_again(delta2, W2, h):
    return delta2 @ W2.T * slope(sigmoid(h))


@wrong("hidden_delta", "The derivative is multiplied in twice.")
def hidden_delta_derivative_twice(delta2, W2, h):
    return delta2 @ W2.T * slope(h) ** 2


@wrong("hidden_delta", "The deltas are added up without the weights; each comes back through its own weight.")
def hidden_delta_without_weights(delta2, W2, h):
    return delta2.sum(axis=1, keepdims=True) * slope(h)


@wrong("hidden_delta", "The sign is reversed; nothing is turned around on the way back.")
def hidden_delta_sign_reversed(delta2, W2, h):
    return -(delta2 @ W2.T) * slope(h)


@wrong("hidden_delta", "The brackets are missing: * 1 - h subtracts h from all of it.")
def hidden_delta_without_brackets(delta2, W2, h):
    return delta2 @ W2.T * h * 1 - h


which_product = choice(
    "which_product",
    points=1,
    sentence="which_product is the gradient of the first weights",
    answer="d",
    wrongs={
        "a": "X^T stands there twice; it is the value of df/dW, so it comes once.",
        "b": "The derivative of a hidden sigmoid is h(1 - h), of what comes out; f is what goes in.",
        "c": "The deltas of layer 2 come back through the weights that lead there: W2, not W1.",
    },
)

GRADIENTS = ("dE/dW1", "dE/dW2")


@check("gradients", points=1, uses=OF_TWO_LAYERS)
def gradients_of_the_document(student):
    """gradients is right for the four rows, with the first weights and with the trained ones"""
    of = "gradients(X, W1, W2, t)"
    for W1, W2 in (FIRST, PRINTED):
        assert_agrees(student.gradients, reference.gradients, XOR_X, W1, W2, XOR_T, of=of, parts=GRADIENTS)


@check("gradients", points=3, uses=OF_TWO_LAYERS)
def gradients_of_any_net(student, draw):
    """gradients gives both gradients for any batch and any sizes"""
    of = "gradients(X, W1, W2, t)"
    assert_agrees(student.gradients, reference.gradients, *net(draw, whole=False), of=of, parts=GRADIENTS)


def backward(X, W1, W2, t, *, output=slope, hidden=slope, through=None):
    """Both gradients, with another derivative in a layer or other weights on the way back."""
    h, o = reference.forward(X, W1, W2)
    delta2 = (o - t) * output(o)
    delta1 = delta2 @ (W2 if through is None else through).T * hidden(h)
    return X.T @ delta1, h.T @ delta2


@wrong("gradients", "Both signs are reversed: with o - t these are the gradients, with t - o their opposites.")
def gradients_sign_reversed(X, W1, W2, t):
    first, second = backward(X, W1, W2, t)
    return -first, -second


@wrong("gradients", "The derivative of the output sigmoid, o(1 - o), is missing.")
def gradients_without_output_derivative(X, W1, W2, t):
    return backward(X, W1, W2, t, output=np.ones_like)


@wrong("gradients", "The derivative of the hidden sigmoid, h(1 - h), is missing in dE/dW1.")
def gradients_without_hidden_derivative(X, W1, W2, t):
    return backward(X, W1, W2, t, hidden=np.ones_like)


@wrong("gradients", "Both derivatives of the sigmoid are missing.")
def gradients_without_derivatives(X, W1, W2, t):
    return backward(X, W1, W2, t, output=np.ones_like, hidden=np.ones_like)


@wrong("gradients", "The sigmoid is computed once more in the derivatives: h and o are its outputs already.")
def gradients_sigmoid_again(X, W1, W2, t):
    return backward(X, W1, W2, t, output=lambda o: slope(sigmoid(o)), hidden=lambda h: slope(sigmoid(h)))


@wrong("gradients", "h and o stand where their derivatives h(1 - h) and o(1 - o) belong.")
def gradients_with_outputs(X, W1, W2, t):
    return backward(X, W1, W2, t, output=lambda o: o, hidden=lambda h: h)


@wrong("gradients", "Both are twice too large: the half of E cancels the 2.")
def gradients_twice(X, W1, W2, t):
    first, second = backward(X, W1, W2, t)
    return 2 * first, 2 * second


@wrong("gradients", "These are means over the batch; the loss is a sum.")
def gradients_as_means(X, W1, W2, t):
    first, second = backward(X, W1, W2, t)
    return first / len(X), second / len(X)


@wrong("gradients", "The two are in the other order: dE/dW1 comes first.")
def gradients_swapped(X, W1, W2, t):
    return backward(X, W1, W2, t)[::-1]


@wrong("gradients", "Both are transposed: each has the shape of its weights.")
def gradients_transposed(X, W1, W2, t):
    first, second = backward(X, W1, W2, t)
    return first.T, second.T


@wrong("gradients", "dE/dW1 does not use the delta of the output with its derivative: keep o(1 - o) on the way back.")
def gradients_error_carried_back(X, W1, W2, t):
    h, o = reference.forward(X, W1, W2)
    return X.T @ ((o - t) @ W2.T * slope(h)), h.T @ ((o - t) * slope(o))


@wrong("gradients", "W2 has already been moved when the deltas go back; take it as it was in the forward pass.")
def gradients_through_moved_weights(X, W1, W2, t):
    return backward(X, W1, W2, t, through=W2 - backward(X, W1, W2, t)[1])


@wrong("gradients", "The difference is squared; that is in the loss, not in its gradient.")
def gradients_of_squares(X, W1, W2, t):
    return backward(X, W1, W2, t, output=lambda o: (o - t) * slope(o))


# --- node_deltas, node_weights ----------------------------------------------------------------------------------------

DELTAS = np.array([-0.125, -0.03125, 0.125, -0.09375])


def new_weights(deltas):
    """The six weights after the step of the lesson, from the deltas of the four nodes."""
    return np.concatenate([np.array([1, -4, 3]) - 0.4 * deltas[0], np.array([-1, 1, -2]) - 1.6 * deltas[1:]])


def node_deltas_right(student):
    found = as_array(student.node_deltas, of="node_deltas", shape=(4,))
    assert_close(found, DELTAS, of="node_deltas")


node_deltas = values(
    "node_deltas",
    points=2,
    sentence="node_deltas has the delta of the output and of the three hidden nodes",
    is_right=node_deltas_right,
    wrongs={
        "deltas-sign-reversed": (tuple(-DELTAS), "The sign is reversed: the delta of the output has o - t in it."),
        "deltas-without-output-derivative": (tuple(4 * DELTAS), "The derivative o(1 - o) is missing at the output."),
        "deltas-without-hidden-derivative": (
            (-0.125, -0.125, 0.5, -0.375),
            "The derivative h(1 - h) is missing at the hidden nodes.",
        ),
        "deltas-without-derivatives": ((-0.5, -0.5, 2.0, -1.5), "The derivatives of the sigmoids are missing."),
        "deltas-without-weights": (
            (-0.125, -0.03125, -0.03125, -0.03125),
            "Each hidden node gets the delta back through its own weight, 1, -4 or 3.",
        ),
        "deltas-with-f": (
            (0.0, 0.0, 0.0, 0.0),
            "With f(1 - f) all is 0; the derivative is h(1 - h).",
        ),
        "deltas-with-outputs": (
            (-0.25, -0.125, 0.5, -0.375),
            "0.5 is the output of a node; the derivative of its sigmoid is 0.5 times 0.5.",
        ),
        "deltas-output-last": ((-0.03125, 0.125, -0.09375, -0.125), "The output comes first, then the hidden nodes."),
        "deltas-twice": (tuple(2 * DELTAS), "All are twice too large: the half of E cancels the 2."),
    },
)


def node_weights_right(student):
    found = as_array(student.node_weights, of="node_weights", shape=(6,))
    try:
        own = as_array(student.node_deltas, of="node_deltas", shape=(4,)).astype(float)
    except Failure:
        own = DELTAS
    # A wrong delta is lost in its own blank; the step with it may still be right. A delta of 0 shows no step.
    if (own != 0).all() and not np.allclose(own, DELTAS):
        try:
            assert_close(found, new_weights(own), of="node_weights", conditioning=np.full(6, 4.0))
        except Failure:
            pass
        else:
            return
    assert_close(found, new_weights(DELTAS), of="node_weights")


RIGHT_WEIGHTS = new_weights(DELTAS)

node_weights = values(
    "node_weights",
    points=2,
    sentence="node_weights has the six weights after one step",
    is_right=node_weights_right,
    wrongs={
        "weights-uphill": (
            tuple(new_weights(-DELTAS)),
            "The step goes up: the weights move against the gradient, by minus alpha times it.",
        ),
        "weights-without-rate": (tuple(new_weights(DELTAS / 0.8)), "The learning rate 0.8 is missing."),
        "weights-without-h": (
            (1.1, -3.9, 3.1, *RIGHT_WEIGHTS[3:]),
            "What comes in at the start of the first three is the output 0.5 of a hidden node; it is missing.",
        ),
        "weights-with-x1": (
            (*RIGHT_WEIGHTS[:3], -0.975, 0.9, -1.925),
            "The second input is 2; the last three have moved as if it were 1.",
        ),
        "weights-of-x1": (
            (*RIGHT_WEIGHTS[:3], 2.025, -2.1, 4.075),
            "The last three start at the first input; take the second row of W1 and the second input.",
        ),
        "weights-through-moved": (
            (*RIGHT_WEIGHTS[:3], -0.9475, 0.8025, -1.8475),
            "The hidden deltas are computed with the new weights to the output; take the old ones.",
        ),
        "weights-in-other-order": (
            (*RIGHT_WEIGHTS[3:], *RIGHT_WEIGHTS[:3]),
            "The weights to the output come first, then those from the second input.",
        ),
        "weights-moves-alone": (
            tuple(RIGHT_WEIGHTS - np.array([1, -4, 3, -1, 1, -2])),
            "These are the moves; the new weights are the old ones plus these.",
        ),
        "weights-with-delta-of-output": (
            (*RIGHT_WEIGHTS[:3], -0.8, 1.2, -1.8),
            "The last three end at the hidden nodes; take the delta of each of these, not that of the output.",
        ),
    },
)


# --- changes ----------------------------------------------------------------------------------------------------------


def changes_right(student):
    letters = as_letters(student.changes, "abcdefgh", of="changes", in_order=False)
    missing, too_many = len(set("acefgh") - set(letters)), len(set(letters) - set("acefgh"))
    if missing or too_many:
        told = f"changes that are missing: {missing}; letters that are no changes: {too_many}"
        raise Failure(told, letters, "acefgh")


changes = values(
    "changes",
    points=2,
    sentence="changes names all that is new in the network that learns, and nothing else",
    is_right=changes_right,
    wrongs={
        "changes-without-epochs": ("cefgh", "The step network trains nothing; the number of epochs is new."),
        "changes-without-rate": ("aefgh", "The step network moves no weight; the learning rate is new."),
        "changes-without-sigmoid": ("acfgh", "The step network has the step function; the sigmoid is new."),
        "changes-without-random-start": ("acegh", "In the step network you set the weights; the random start is new."),
        "changes-without-backward": ("acefh", "The step network has a forward pass only; the backward pass is new."),
        "changes-without-reuse": ("acefg", "The gradient of layer 1 goes on from the delta of layer 2; that is new."),
        "changes-with-bias": ("abcefgh", "Both networks leave the biases out."),
        "changes-with-layer": (
            "acdefgh",
            "The network has the same layers as the step network: two inputs, three nodes, one.",
        ),
        "changes-all": (
            "abcdefgh",
            "Neither a bias nor a layer is added; the network has the same form as the step network.",
        ),
    },
)


# --- init_weights: random, so judged by its shapes and its distribution -----------------------------------------------


def first_weights(student, *sizes):
    """W1 and W2 of the shapes that belong to the sizes, else Failure."""
    inputs, hidden, outputs = sizes
    of = f"init_weights{sizes}"
    found = as_parts(student.init_weights(*sizes), 2, of=of)
    arrays = [as_array(W, of=f"{name} of {of}") for name, W in zip(("W1", "W2"), found, strict=True)]
    expected = [(inputs, hidden), (hidden, outputs)]
    shapes = [W.shape for W in arrays]
    if shapes != expected:
        name, told = "wrong-shape", f"{of} has the shapes {shapes[0]} and {shapes[1]}, but should have"
        if shapes == [shape[::-1] for shape in expected]:
            name = "init-transposed"
        elif shapes == expected[::-1]:
            name = "init-swapped"
        raise Failure(f"{told} {expected[0]} and {expected[1]}", name=name)
    return [W.astype(float) for W in arrays]


def is_whole(W):
    return bool((np.round(W) == W).all())


def name_of_equal_weights(student):
    """The mistake of first weights with equal entries, told from so many that chance makes no difference."""
    weights = np.concatenate([W.ravel() for W in first_weights(student, 10, 20, 5)])
    if (weights == 0).all():
        return "init-zeros"
    if (weights == 1).all():
        return "init-ones"
    return "init-whole-numbers" if is_whole(weights) else "init-repeated"


@check("init_weights", points=1)
def first_weights_have_shapes(student, draw):
    """init_weights gives weights of the right shapes, all entries different"""
    for sizes in ((2, 3, 1), tuple(draw.sizes(3))):
        W1, W2 = first_weights(student, *sizes)
        if len(np.unique(W1)) < W1.size or len(np.unique(W2)) < W2.size:
            name = name_of_equal_weights(student)
            raise Failure("entries of the first weights are equal; each should be random", name=name)


@check("init_weights", points=1)
def first_weights_are_uniform(student):
    """init_weights gives other weights in each call, spread evenly from 0 to 1"""
    one, two = (np.concatenate([W.ravel() for W in first_weights(student, 50, 60, 40)]) for _ in range(2))
    if np.array_equal(one, two):
        raise Failure("two calls give the same weights, so they are not random", name="init-same-each-time")
    if np.abs(one[:2400] - one[3000:5400]).max() == 0:
        raise Failure("W2 begins with the same numbers as W1", name="init-same-for-both")
    lowest, highest = one.min(), one.max()
    told = f"the entries lie between {lowest:.3g} and {highest:.3g}, but should be spread from 0 to 1"
    if lowest < 0 or highest > 1:
        inside = lowest >= -1 and highest <= 1
        raise Failure(told, name="init-around-zero" if inside else "init-normal")
    if lowest > 0.02 or highest < 0.98:
        raise Failure(told, name="init-too-small")
    counts, _ = np.histogram(one, bins=10, range=(0, 1))
    # 5400 entries: a tenth is 540, and honest counts stay within 6 standard deviations, which are 22 each.
    if np.abs(counts - 540).max() > 135:
        name = "init-whole-numbers" if is_whole(one) else "init-uneven"
        raise Failure("the entries are between 0 and 1, but not spread evenly", name=name)


def shaped(make):
    """Both arrays of first weights from a function of the shape."""
    return lambda inputs, hidden, outputs: (make((inputs, hidden)), make((hidden, outputs)))


@wrong("init_weights", "All weights are 0, so the hidden nodes would stay alike; make them random.")
def init_zeros(inputs, hidden, outputs):
    return shaped(np.zeros)(inputs, hidden, outputs)


@wrong("init_weights", "All weights are 1, so the hidden nodes would stay alike; make them random.")
def init_ones(inputs, hidden, outputs):
    return shaped(np.ones)(inputs, hidden, outputs)


@wrong("init_weights", "The generator is seeded inside, so that each call gives the same weights; leave the seed out.")
def init_seeded(inputs, hidden, outputs):
    generator = np.random.default_rng(0)
    return generator.uniform(size=(inputs, hidden)), generator.uniform(size=(hidden, outputs))


@wrong("init_weights", "These are numbers in a row, the same in each call; make them random.")
def init_in_a_row(inputs, hidden, outputs):
    return shaped(lambda shape: np.linspace(0, 1, int(np.prod(shape))).reshape(shape))(inputs, hidden, outputs)


@wrong("init_weights", "The shapes are transposed: rows belong to what comes in, columns to what goes out.")
def init_transposed(inputs, hidden, outputs):
    return shaped(lambda shape: np.random.uniform(size=shape[::-1]))(inputs, hidden, outputs)


@wrong("init_weights", "The two are in the other order: W1 comes first.")
def init_swapped(inputs, hidden, outputs):
    return np.random.uniform(size=(hidden, outputs)), np.random.uniform(size=(inputs, hidden))


@wrong("init_weights", "These are normal random numbers, also negative ones; take np.random.uniform.")
def init_normal(inputs, hidden, outputs):
    return shaped(lambda shape: np.random.normal(size=shape))(inputs, hidden, outputs)


@wrong("init_weights", "The weights go from -1 to 1; they should go from 0 to 1.")
def init_around_zero(inputs, hidden, outputs):
    return shaped(lambda shape: np.random.uniform(-1, 1, size=shape))(inputs, hidden, outputs)


@wrong("init_weights", "The weights are whole numbers; np.random.uniform gives all numbers between 0 and 1.")
def init_whole_numbers(inputs, hidden, outputs):
    return shaped(lambda shape: np.random.randint(0, 2, size=shape))(inputs, hidden, outputs)


@wrong("init_weights", "The weights do not reach from 0 to 1; take them from np.random.uniform as they are.")
def init_too_small(inputs, hidden, outputs):
    return shaped(lambda shape: 0.1 * np.random.uniform(size=shape))(inputs, hidden, outputs)


# --- output_delta -----------------------------------------------------------------------------------------------------


@check("output_delta", points=1, uses=("sigmoid_derivative",))
def output_delta_of_the_document(student):
    """output_delta is right for the outputs of the first forward pass, and 0 where an output is exactly 0 or 1"""
    of = "output_delta(o, t)"
    for outputs in (reference.forward(XOR_X, *FIRST)[1], PRINTED_OUTPUTS):
        assert_agrees(student.output_delta, reference.output_delta, outputs, XOR_T, of=of, visible=True)
    saturated = np.array([[0.0], [0.0], [1.0], [1.0]])
    assert_close(student.output_delta(saturated, XOR_T), np.zeros((4, 1)), of="output_delta of outputs 0 and 1")


@check("output_delta", points=1, uses=("sigmoid_derivative",))
def output_delta_of_any_outputs(student, draw):
    """output_delta(o, t) is t - o times the derivative of the sigmoid, for any batch and any sizes"""
    batch, outputs = draw.sizes(2)
    args = draw.uniform(batch, outputs, low=0.05, high=0.95), draw.uniform(batch, outputs)
    assert_agrees(student.output_delta, reference.output_delta, *args, of="output_delta(o, t)")


@wrong("output_delta", "The sign is reversed: here it is t - o.")
def output_delta_sign_reversed(o, t):
    return (o - t) * slope(o)


@wrong("output_delta", "The derivative of the sigmoid, o(1 - o), is missing.")
def output_delta_without_derivative(o, t):
    return t - o


@wrong("output_delta", "The sigmoid is computed once more in the derivative: o is its output already.")
def output_delta_sigmoid_again(o, t):
    return (t - o) * slope(sigmoid(o))


@wrong("output_delta", "The difference is squared; that is in the loss, not in its derivative.")
def output_delta_squared(o, t):
    return (t - o) ** 2 * slope(o)


@wrong("output_delta", "o stands where its derivative o(1 - o) belongs.")
def output_delta_with_o(o, t):
    return (t - o) * o


@wrong("output_delta", "The factor o is missing in o(1 - o).")
def output_delta_without_o(o, t):
    return (t - o) * (1 - o)


@wrong("output_delta", "It is twice too large: the half of E cancels the 2.")
def output_delta_twice(o, t):
    return 2 * (t - o) * slope(o)


@wrong("output_delta", "This is the mean over the batch; the loss is a sum.")
def output_delta_as_mean(o, t):
    return (t - o) * slope(o) / len(o)


@wrong("output_delta", "The derivative is taken of t; it belongs to the output o.")
def output_delta_derivative_of_t(o, t):
    return (t - o) * slope(t)


# --- lab2_step --------------------------------------------------------------------------------------------------------

ASSIGNED = (
    "layer_1_output",
    "layer_2_output",
    "E",
    "layer_2_W_grad",
    "layer_1_W_grad",
    "W_layer_1",
    "W_layer_2",
)


def epoch(X, t, W_layer_1, W_layer_2, learning_rate, **other):
    """What the script assigns; `other` has another way to get one of its quantities, a function of the ones so far."""
    has = {"X": X, "t": t, "W1": W_layer_1, "W2": W_layer_2, "lr": learning_rate}

    def let(name, value):
        has[name] = other[name](**has) if name in other else value
        return has[name]

    h = let("h", sigmoid(X @ W_layer_1))
    o = let("o", sigmoid(h @ W_layer_2))
    let("E", 0.5 * np.sum((t - o) ** 2))
    delta2 = let("delta2", (t - o) * slope(o))
    delta1 = let("delta1", delta2 @ W_layer_2.T * slope(h))
    let("W2_next", W_layer_2 + learning_rate * h.T @ delta2)
    let("W1_next", W_layer_1 + learning_rate * X.T @ delta1)
    made = [has[name] for name in ("h", "o", "E", "delta2", "delta1", "W1_next", "W2_next")]
    return dict(zip(ASSIGNED, made, strict=True))


def run_script(student, wanted, *args):
    """Check the wanted names that the script assigns for other inputs."""

    def ran(X, t, W1, W2, rate):
        inputs = {"X": X, "t": t, "W_layer_1": W1.copy(), "W_layer_2": W2.copy(), "learning_rate": rate}
        names = student.cell("lab2_step", **inputs)
        for name in ("X", "t", "learning_rate"):
            if name in vars(names):
                raise Failure(f"the cell sets {name} again; use the {name} of the cells above")
        found = [getattr(names, name) for name in wanted]
        return [np.asarray(value) if isinstance(value, np.generic) else value for value in found]

    def right(*args):
        made = epoch(*args)
        return [made[name] for name in wanted]

    assert_agrees(ran, right, *args, of="the script", parts=wanted)


def epoch_inputs(draw, rate):
    X, W1, W2, t = net(draw, whole=False)
    return X, t, W1, W2, rate


SCRIPT_USES = ("loss", "sigmoid_derivative", "forward", "hidden_delta", "output_delta")


@check("lab2_step", points=2, uses=SCRIPT_USES)
def script_gives_the_deltas(student, draw):
    """the script computes the outputs, E and both deltas, for XOR and for other inputs and sizes"""
    run_script(student, ASSIGNED[:5], XOR_X, XOR_T, *FIRST, 0.1)
    run_script(student, ASSIGNED[:5], *epoch_inputs(draw, draw.number(0.5, 2)))


@check("lab2_step", points=2, uses=SCRIPT_USES)
def script_moves_the_weights(student, draw):
    """the script moves both weights by one step, whatever the learning rate"""
    for rate in (draw.number(0.3, 0.8), draw.number(1.5, 4)):
        run_script(student, ASSIGNED[5:], *epoch_inputs(draw, rate))


@wrong("lab2_step", "W_layer_2 has moved before layer_1_W_grad uses it; compute both deltas first.")
def script_updates_too_early(**inputs):
    return epoch(
        **inputs,
        delta1=lambda h, delta2, W2, lr, **has: delta2 @ (W2 + lr * h.T @ delta2).T * slope(h),
    )


@wrong("lab2_step", "The learning rate is missing in the updates.")
def script_without_rate(**inputs):
    return epoch(
        **inputs,
        W2_next=lambda W2, h, delta2, **has: W2 + h.T @ delta2,
        W1_next=lambda W1, X, delta1, **has: W1 + X.T @ delta1,
    )


@wrong("lab2_step", "The updates subtract; the deltas have t - o in them and are added.")
def script_subtracts(**inputs):
    return epoch(
        **inputs,
        W2_next=lambda W2, h, delta2, lr, **has: W2 - lr * h.T @ delta2,
        W1_next=lambda W1, X, delta1, lr, **has: W1 - lr * X.T @ delta1,
    )


@wrong("lab2_step", "The deltas have o - t in them and are added: the weights go uphill. Here it is t - o.")
def script_goes_uphill(**inputs):
    return epoch(**inputs, delta2=lambda t, o, **has: (o - t) * slope(o))


@wrong("lab2_step", "The derivative of the output sigmoid is missing in layer_2_W_grad.")
def script_without_output_derivative(**inputs):
    return epoch(**inputs, delta2=lambda t, o, **has: t - o)


@wrong("lab2_step", "The derivative of the hidden sigmoid is missing in layer_1_W_grad.")
def script_without_hidden_derivative(**inputs):
    return epoch(**inputs, delta1=lambda delta2, W2, **has: delta2 @ W2.T)


@wrong("lab2_step", "E is without its half.")
def script_without_half(**inputs):
    return epoch(**inputs, E=lambda t, o, **has: np.sum((t - o) ** 2))


@wrong("lab2_step", "E is the mean of the squares; it has to be half of their sum.")
def script_with_mean(**inputs):
    return epoch(**inputs, E=lambda t, o, **has: np.mean((t - o) ** 2))


@wrong("lab2_step", "W_layer_1 has not moved: it needs an update too.")
def script_leaves_layer_1(**inputs):
    return epoch(**inputs, W1_next=lambda W1, **has: W1)


@wrong("lab2_step", "The sigmoid is missing in the hidden layer.")
def script_without_hidden_sigmoid(**inputs):
    return epoch(**inputs, h=lambda X, W1, **has: X @ W1)


@wrong("lab2_step", "The names hold the products with the inputs of the layers; they have to hold the deltas alone.")
def script_with_gradients(**inputs):
    made = epoch(**inputs)
    second = made["layer_1_output"].T @ made["layer_2_W_grad"]
    return {**made, "layer_2_W_grad": second, "layer_1_W_grad": inputs["X"].T @ made["layer_1_W_grad"]}


@wrong("lab2_step", "The updates are the averages over the batch; the loss is a sum.")
def script_averages(**inputs):
    return epoch(
        **inputs,
        W2_next=lambda W2, h, delta2, lr, X, **has: W2 + lr * h.T @ delta2 / len(X),
        W1_next=lambda W1, X, delta1, lr, **has: W1 + lr * X.T @ delta1 / len(X),
    )


@wrong("lab2_step", "W_layer_1 and W_layer_2 hold the steps alone: add them to the weights with +=.")
def script_forgets_the_weights(**inputs):
    return epoch(
        **inputs,
        W2_next=lambda h, delta2, lr, **has: lr * h.T @ delta2,
        W1_next=lambda X, delta1, lr, **has: lr * X.T @ delta1,
    )


@wrong("lab2_step", "The cell sets X and t again, so that it never sees other rows; leave these lines out.")
def script_that_sets_X(X, t, W_layer_1, W_layer_2, learning_rate):
    return {**epoch(XOR_X, XOR_T, *FIRST, learning_rate), "X": XOR_X, "t": XOR_T}


@wrong("lab2_step", "The cell sets the learning rate again; use that of the cell above.")
def script_that_sets_the_rate(X, t, W_layer_1, W_layer_2, learning_rate):
    return {**epoch(X, t, W_layer_1, W_layer_2, 0.1), "learning_rate": 0.1}


# --- train ------------------------------------------------------------------------------------------------------------

TRAINED = ("W1", "W2", "the outputs of the last epoch", "the losses")


def check_training(student, *args, of="train(X, t, W1, W2, learning_rate, epochs)", visible=False):
    def trained(*args):
        *arrays, losses = as_parts(student.train(*args), 4, of=of)
        return [*arrays, as_array(losses, of=f"the losses of {of}")]

    assert_agrees(trained, reference.train, *args, of=of, parts=TRAINED, visible=visible)


def training_inputs(draw):
    X, W1, W2, t = net(draw, whole=False)
    return X, t, W1, W2


@check("train", points=1, uses=OF_TRAINING)
def training_of_the_document(student):
    """train takes the first steps of the long run as it should, is far enough after 50 epochs, and goes on where the
    loss is small already"""
    for epochs in (1, 3, 50):
        of = f"train(X, t, W_init_1, W_init_2, 0.1, {epochs})"
        check_training(student, XOR_X, XOR_T, *FIRST, 0.1, epochs, of=of, visible=True)
    check_training(student, XOR_X, XOR_T, *PRINTED, 0.1, 3, of="train(X, t, W_trained_1, W_trained_2, 0.1, 3)")


@check("train", points=1, uses=OF_TRAINING)
def one_epoch_of_any_net(student, draw):
    """one epoch of train is right for any batch, small or large, any sizes and learning rate"""
    X, t, W1, W2 = training_inputs(draw)
    check_training(student, X, t, W1, W2, draw.number(0.5, 2.5), 1)
    check_training(student, *with_many_rows(draw, X, t), W1, W2, 0.1, 1)


@check("train", points=3, uses=OF_TRAINING)
def every_epoch_is_right(student, draw):
    """train gives the right loss in every epoch, and the right weights and outputs at the end"""
    for rate, epochs in ((draw.number(0.3, 0.8), draw.integer(3, 5)), (draw.number(1.2, 2.5), draw.integer(6, 9))):
        check_training(student, *training_inputs(draw), rate, epochs)


def trained_by(X, t, W1, W2, learning_rate, epochs, **other):
    """What train returns if each epoch is like the script with `other`."""
    losses = []
    for _ in range(epochs):
        made = epoch(X, t, W1, W2, learning_rate, **other)
        W1, W2, o = made["W_layer_1"], made["W_layer_2"], made["layer_2_output"]
        losses.append(made["E"])
    return W1, W2, o, np.array(losses)


@wrong("train", "W2 has moved before the delta of layer 1 uses it; compute both deltas first.")
def training_updates_too_early(*args):
    return trained_by(*args, delta1=lambda h, delta2, W2, lr, **has: delta2 @ (W2 + lr * h.T @ delta2).T * slope(h))


@wrong("train", "The outputs are computed again after the last update; return those of the last epoch as they are.")
def training_outputs_after(X, t, W1, W2, learning_rate, epochs):
    W1, W2, _, losses = reference.train(X, t, W1, W2, learning_rate, epochs)
    return W1, W2, reference.forward(X, W1, W2)[1], losses


@wrong("train", "Outputs and loss are computed again after the update; they belong to the forward pass before it.")
def training_all_after(X, t, W1, W2, learning_rate, epochs):
    _, _, _, losses = reference.train(X, t, W1, W2, learning_rate, epochs + 1)
    W1, W2, _, _ = reference.train(X, t, W1, W2, learning_rate, epochs)
    return W1, W2, reference.forward(X, W1, W2)[1], losses[1:]


@wrong("train", "The loss of an epoch is computed after its update; it belongs to the forward pass before it.")
def training_losses_after(X, t, W1, W2, learning_rate, epochs):
    W1_end, W2_end, o, losses = reference.train(X, t, W1, W2, learning_rate, epochs)
    last = reference.loss(reference.forward(X, W1_end, W2_end)[1], t)
    return W1_end, W2_end, o, np.append(losses[1:], last)


@wrong("train", "The weights go uphill: with t - o in the deltas the steps are added.")
def training_uphill(X, t, W1, W2, learning_rate, epochs):
    return trained_by(X, t, W1, W2, -learning_rate, epochs)


@wrong("train", "The learning rate is missing in the updates.")
def training_without_rate(X, t, W1, W2, learning_rate, epochs):
    return trained_by(X, t, W1, W2, 1.0, epochs)


@wrong("train", "The learning rate is always 0.1; use the argument.")
def training_fixed_rate(X, t, W1, W2, learning_rate, epochs):
    return trained_by(X, t, W1, W2, 0.1, epochs)


@wrong("train", "The steps are averages over the batch; the loss is a sum.")
def training_with_means(X, t, W1, W2, learning_rate, epochs):
    return trained_by(X, t, W1, W2, learning_rate / len(X), epochs)


@wrong("train", "The derivative of the output sigmoid is missing.")
def training_without_output_derivative(*args):
    return trained_by(*args, delta2=lambda t, o, **has: t - o)


@wrong("train", "The derivative of the hidden sigmoid is missing.")
def training_without_hidden_derivative(*args):
    return trained_by(*args, delta1=lambda delta2, W2, **has: delta2 @ W2.T)


@wrong("train", "Only the second layer learns: W1 needs its update too.")
def training_leaves_layer_1(*args):
    return trained_by(*args, W1_next=lambda W1, **has: W1)


@wrong("train", "Only the first layer learns: W2 needs its update too.")
def training_leaves_layer_2(*args):
    return trained_by(*args, W2_next=lambda W2, **has: W2)


@wrong("train", "The losses are without their half.")
def training_without_half(*args):
    W1, W2, o, losses = reference.train(*args)
    return W1, W2, o, 2 * losses


@wrong("train", "Only the last loss is returned; keep that of each epoch.")
def training_last_loss(*args):
    W1, W2, o, losses = reference.train(*args)
    return W1, W2, o, losses[-1]


@wrong("train", "The rows are gone through one by one, with an update after each; use all rows in one update.")
def training_row_by_row(X, t, W1, W2, learning_rate, epochs):
    losses = []
    for _ in range(epochs):
        o = reference.forward(X, W1, W2)[1]
        losses.append(reference.loss(o, t))
        for row in range(len(X)):
            made = epoch(X[row : row + 1], t[row : row + 1], W1, W2, learning_rate)
            W1, W2 = made["W_layer_1"], made["W_layer_2"]
    return W1, W2, o, np.array(losses)


@wrong("train", "It stops as soon as the loss is small; go through all epochs.")
def training_stops_when_small(X, t, W1, W2, learning_rate, epochs):
    for count in range(1, epochs + 1):
        made = reference.train(X, t, W1, W2, learning_rate, count)
        if made[3][-1] < 0.1:
            break
    return made


@wrong("train", "The gradients are kept between -1 and 1; the weights move by the learning rate times all of them.")
def training_with_clipped_gradients(*args):
    return trained_by(
        *args,
        W2_next=lambda W2, h, delta2, lr, **has: W2 + lr * np.clip(h.T @ delta2, -1, 1),
        W1_next=lambda W1, X, delta1, lr, **has: W1 + lr * np.clip(X.T @ delta1, -1, 1),
    )


@wrong("train", "It takes one epoch too many.")
def training_one_more(X, t, W1, W2, learning_rate, epochs):
    return reference.train(X, t, W1, W2, learning_rate, epochs + 1)


@wrong("train", "It returns after the first epoch: is the return inside the loop?")
def training_one_epoch(X, t, W1, W2, learning_rate, epochs):
    return reference.train(X, t, W1, W2, learning_rate, 1)


@wrong("train", "The weights that are given are moved themselves; work on copies.")
def changes_its_input(X, t, W1, W2, learning_rate, epochs):
    *new, o, losses = reference.train(X, t, W1, W2, learning_rate, epochs)
    W1[...], W2[...] = new
    return W1, W2, o, losses


# --- xor_weights: judged by what they do ------------------------------------------------------------------------------


def xor_weights_right(student):
    W1, W2 = as_parts(student.xor_weights, 2, of="xor_weights")
    W1, W2 = as_array(W1, of="W1 of xor_weights", shape=(2, 3)), as_array(W2, of="W2 of xor_weights", shape=(3, 1))
    with np.errstate(all="ignore"):
        outputs = reference.forward(XOR_X, W1.astype(float), W2.astype(float))[1][:, 0]
    for row, target, output in zip(XOR_X, XOR_T[:, 0], outputs, strict=True):
        side = "above" if target else "below"
        # Written so that an output which is not a number is refused as well.
        if not (output > 0.5 if target else output < 0.5):
            raise Failure(
                f"with xor_weights the output of the row ({row[0]}, {row[1]}) is {output:.4g}, but should be {side} 0.5",
                outputs,
            )


xor_weights = values(
    "xor_weights",
    points=2,
    sentence="a network with xor_weights gives XOR",
    is_right=xor_weights_right,
    wrongs={
        "xor-untrained": (FIRST, "These are the first weights; train them first."),
        "xor-stopped-early": (
            reference.train(XOR_X, XOR_T, *FIRST, 0.1, 1000)[:2],
            "After 1000 epochs at 0.1 all outputs are still near 0.5; train longer or with a larger learning rate.",
        ),
        "xor-zeros": (
            (np.zeros((2, 3)), np.zeros((3, 1))),
            "With zeros every output is 0.5, and no training leads away from there; start at random.",
        ),
        "xor-of-two-runs": (
            (PRINTED[0], np.array(_stored["trained"]["W2"])),
            "The weights are from two runs, whose hidden nodes come in another order; take both from one.",
        ),
        "xor-targets-of-or": (
            reference.train(XOR_X, np.array([[0], [1], [1], [1]]), *FIRST, 1.0, 1000)[:2],
            "This network has learned OR; the targets of XOR are 0, 1, 1, 0.",
        ),
        "xor-trained-uphill": (
            reference.train(XOR_X, 1 - XOR_T, *FIRST, 1.0, 4000)[:2],
            "This network gives the opposite of XOR: is a sign reversed in the targets or in the update?",
        ),
        "xor-in-other-order": (PRINTED[::-1], "The two are in the other order: W1, shape (2, 3), comes first."),
    },
)

which_outputs = choice(
    "which_outputs",
    points=1,
    sentence="which_outputs says where the printed outputs come from",
    answer="c",
    wrongs={
        "a": "Eight decimals are enough: what is lost moves the outputs in the ninth decimal, not in the sixth.",
        "b": "Weights of another run would differ much more; one update before these, the outputs fit in all decimals.",
        "d": "The step network gives only 0 and 1; the printed outputs lie in between.",
    },
)


# --- plot_errors: a figure, judged by what is drawn in it -------------------------------------------------------------


@check("plot_errors", points=2)
def losses_are_drawn(student, draw):
    """the figure shows the loss of each epoch over its number"""
    for count in (draw.integer(5, 9), draw.integer(30, 60)):
        errors = draw.uniform(count, low=0.05, high=0.9)
        curves = with_points(drawn(student, "plot_errors", errors).curves)
        assert_drawn(curves, of="plot_errors")
        orders = [(curve, np.argsort(curve.x)) for curve in curves if curve.x.size == count]
        full = [(curve, curve.x[order], curve.y[order]) for curve, order in orders]
        if not full:
            raise Failure(f"{count} losses are given, but {max(curve.x.size for curve in curves)} are drawn")
        right = [(curve, xs) for curve, xs, ys in full if np.allclose(ys, errors, rtol=1e-5)]
        if not right:
            raise Failure("the heights of the curve are not the losses in their order")
        assert_no_other(curves, [curve for curve, _ in right], of="plot_errors")
        if not any(np.allclose(xs, np.arange(count) + first) for _, xs in right for first in (0, 1)):
            raise Failure("the losses are not drawn over the numbers of the epochs, from 0 or from 1 on")


@check("plot_errors", points=1)
def figure_has_labels(student):
    """both axes of the figure have a label"""
    labels, _ = drawn(student, "plot_errors", np.array([0.53, 0.5, 0.4, 0.1]))
    assert_labels(labels)
    swapped = [h.casefold() in ("e", "loss", "error", "errors") and "epoch" in v.casefold() for h, v in labels]
    if any(swapped):
        raise Failure("the labels are swapped: the horizontal axis shows the epochs")


def line_of(xs, ys, *labels):
    return figure_of((xs, ys), labels=labels or ("epoch", "E"))


@wrong("plot_errors", "The axes are exchanged in the call that draws: the epochs come first, then the losses.")
def curve_turned(errors):
    return line_of(errors, np.arange(len(errors)))


@wrong("plot_errors", "The losses are sorted; draw them in the order of the epochs.")
def curve_sorted(errors):
    return line_of(np.arange(len(errors)), np.sort(errors)[::-1])


@wrong("plot_errors", "The losses are drawn from the last to the first epoch.")
def curve_backwards(errors):
    return line_of(np.arange(len(errors)), errors[::-1])


@wrong("plot_errors", "The sorted losses are drawn beside the losses; draw the losses only.")
def curve_beside_another(errors):
    return figure_of((np.arange(len(errors)), errors), (np.arange(len(errors)), np.sort(errors)), labels=("epoch", "E"))


@wrong("plot_errors", "The first loss is left out.")
def curve_without_first(errors):
    return line_of(np.arange(1, len(errors)), errors[1:])


@wrong("plot_errors", "The losses are added up from epoch to epoch; draw each as it is.")
def curve_added_up(errors):
    return line_of(np.arange(len(errors)), np.cumsum(errors))


@wrong("plot_errors", "The logarithms of the losses are drawn; draw the losses.")
def curve_of_logarithms(errors):
    return line_of(np.arange(len(errors)), np.log(errors))


@wrong("plot_errors", "The x axis goes from 0 to 1; it has to show the numbers of the epochs.")
def curve_over_fractions(errors):
    return line_of(np.linspace(0, 1, len(errors)), errors)


@wrong("plot_errors", "Both axes are without a label: add plt.xlabel and plt.ylabel.")
def curve_without_labels(errors):
    return line_of(np.arange(len(errors)), errors, "", "")


@wrong("plot_errors", "The vertical axis is without a label: add plt.ylabel.")
def curve_without_ylabel(errors):
    return line_of(np.arange(len(errors)), errors, "epoch", "")


@wrong("plot_errors", "The labels are swapped: the horizontal axis shows the epochs.")
def curve_with_swapped_labels(errors):
    return line_of(np.arange(len(errors)), errors, "E", "epoch")


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("train")
def losses_of_xor(student):
    args = reference.X, reference.t, reference.W_init_1, reference.W_init_2, 1.0, 1000
    yours, expected = (train(*args)[3] for train in (student.train, reference.train))
    return curves("The loss of XOR while it trains", "epoch", "loss", yours, expected)


@picture("plot_errors")
def errors_drawn(student):
    return figures(
        "The losses of 50 epochs",
        student,
        reference,
        "plot_errors",
        reference.train(reference.X, reference.t, reference.W_init_1, reference.W_init_2, 0.5, 50)[3],
    )
