"""What the numbers that the document prints for the rows of optimizers come to."""

CORRECTED = {
    "s4-433-rmsprop": {  # the last place lost one of its ten nines
        "p": [
            *("-3.41886116991581", "-2.7134110396666205", "-2.349554711258639", "-2.1629433880058793"),
            *("-2.0714037348256906", "-2.029135223319893", "-2.0109564566037306", "-2.003750520229244"),
            *("-2.0011504207124537", "-2.000309734675076", "-2.0000711482607567", "-2.0000133787199332"),
            *("-2.000001928128071", "-2.0000001886138024", "-2.0000000092460635", "-1.999999999977627"),
        ]
    }
}


def rows(lesson):
    start, round_valley = lesson.np.array([-5.0]), lesson.np.array([1.0])
    p, v, swinging = -5, 0, []
    for _ in range(16):
        p, v = lesson.momentum_step(p, v, lesson.slope(p), 0.5, 0.5)
        swinging.append(p)
    adam, params, adam_path = lesson.Adam(0.5, 0.9, 0.999, 1e-8), {"p": start}, []
    for _ in range(16):
        params = adam.update(params, {"p": lesson.slope(params["p"])})
        adam_path.append(params["p"][0])
    return {
        "s4-431-momentum": {"p": swinging},
        "s4-432-adagrad": {"p": lesson.adagrad_path(start, round_valley, 0.5, 16)[:, 0]},
        "s4-433-rmsprop": {"p": lesson.rmsprop_path(start, round_valley, 0.5, 0.9, 16)[:, 0]},
        "s4-434-adam": {"p": adam_path},
        "s4-434-defaults": {"eps": lesson.usual["eps"]},
    }
