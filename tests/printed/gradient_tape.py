"""What the numbers that the document prints for the rows of gradient_tape come to."""

import numpy as np


def rows(lesson):
    dzdy, dzdx = lesson.back_through_sum(np.ones((2, 2)))
    first, second = lesson.power_derivatives(5.0, 2)
    dydx1, dydx2 = lesson.nested_tapes(5.0, 2)
    _, error = lesson.second_gradient(5.0, False)
    dwdx, dzdx_of_chain, dydx = lesson.three_gradients(5.0)
    return {
        "s3-2x2": {"dzdy": dzdy, "dzdx": dzdx},
        "s3-tape-2nd": {"dydx1": dydx1, "dydx2": dydx2},
        "s3-tape-w": {"dwdx": lesson.chain(5.0)},
        "s3-tape-nonpersistent": {"error": error, "message": message_of_a_second_gradient(lesson.tf)},
        "s3-tape-persistent": {"dwdx": dwdx, "dzdx": dzdx_of_chain, "dydx": dydx},
        "s3-tape-watch": {"dydx": lesson.watch_one(5.0, 2.0, "x")[0]},
        "s3-x5": {"dydx": first, "d2": second},
    }


def message_of_a_second_gradient(tf):
    x = tf.constant(5.0)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**2
    tape.gradient(y, x)
    try:
        tape.gradient(y, x)
    except RuntimeError as error:
        return str(error)
    return ""


# The blank is missing in the older version that the document shows.
CORRECTED = {
    "s3-tape-nonpersistent": {
        "message": "A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)"
    }
}
