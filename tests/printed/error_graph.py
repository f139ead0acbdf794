"""What the numbers that the document prints for the rows of error_graph come to."""

import numpy as np

CORRECTED = {
    # The document cuts 2.536 to 2.53 and goes on from there; trace_cut has its own rule.
    "s0-w-trace": {
        "w_before": ["4", "3.4", "2.92", "2.54"],
        "slope": ["6", "4.8", "3.84", "3.07"],
        "w_after": ["3.4", "2.92", "2.54", "2.23"],
    },
    "s0-chain-4": {"dEdw": "6"},  # 4 belongs to w = 3, where an older edition began
}


def rows(lesson):
    exact = dict(zip(("w_before", "slope", "w_after"), lesson.trace(4.0, 0.1, 4), strict=True))
    _, slopes, after = lesson.trace_cut(4.0, 0.1, 4)
    return {
        "s0-w-update": {"w_new": lesson.trace(4.0, 0.1, 1)[2][0]},
        "s0-w-trace": exact,
        "s0-w-trace-trunc": {"slope": slopes, "w_after": after},
        "s0-E-sq": {"E_from_(4-1)^2": lesson.errors(4.0, np.ones(1), np.ones(1))[1][0]},
        "s0-local-sq": {"dEdd": lesson.local_effects(1.0, 1.0, 4.0)[4]},
        "s0-chain-4": {"dEdw": lesson.chain_rule(1.0, 1.0, 4.0)},
        "s0-chain-4-w3": {"dEdw": lesson.chain_rule(1.0, 1.0, 3.0)},
        "s0-backprop-h": {"dEdh": lesson.dEdh},
        "s0-backprop-w": {"dEdw": lesson.dEdw},
    }
