# %% dense [dense-without-relu]: No ReLU: negative outputs stay.
def dense(x, W, b):
    return x @ W + b

# %% dense [dense-without-bias]: The biases are left out.
def dense(x, W, b):
    return np.maximum(0, x @ W)

# %% dense [dense-bias-outside]: The bias is added after the ReLU: relu(x W) + b.
def dense(x, W, b):
    return np.maximum(0, x @ W) + b

# %% dense: The factors are in the wrong order: W @ x.
def dense(x, W, b):
    return np.maximum(0, W @ x + b)

# %% dense: W is transposed: only for square W, and wrong there.
def dense(x, W, b):
    return np.maximum(0, x @ W.T + b)

# %% dense [dense-bias-subtracted]: The bias is subtracted.
def dense(x, W, b):
    return np.maximum(0, x @ W - b)

# %% dense [dense-with-sigmoid]: A sigmoid instead of the ReLU.
def dense(x, W, b):
    return 1 / (1 + np.exp(-(x @ W + b)))

# %% dense: tanh instead of the ReLU.
def dense(x, W, b):
    return np.tanh(x @ W + b)

# %% dense [dense-with-step]: The derivative of the ReLU (0 or 1) instead of the ReLU.
def dense(x, W, b):
    return (x @ W + b > 0).astype(float)

# %% dense [dense-with-abs]: The absolute value instead of the ReLU.
def dense(x, W, b):
    return np.abs(x @ W + b)

# %% dense: A leaky ReLU: negative values are multiplied with 0.01.
def dense(x, W, b):
    z = x @ W + b
    return np.where(z > 0, z, 0.01 * z)

# %% dense [minimum-for-maximum]: minimum instead of maximum.
def dense(x, W, b):
    return np.minimum(0, x @ W + b)

# %% dense: np.max over everything: one number instead of the layer's outputs.
def dense(x, W, b):
    return np.max(x @ W + b)

# %% dense [bounded]: Outputs are capped at 6 (ReLU6): wrong for larger ones.
def dense(x, W, b):
    return np.clip(x @ W + b, 0, 6)

# %% dense [bounded]: Outputs are clipped to 0..1: wrong above 1.
def dense(x, W, b):
    return np.clip(x @ W + b, 0, 1)

# %% dense: Everything below 1 becomes 0: the kink is at 1 instead of 0.
def dense(x, W, b):
    z = x @ W + b
    return np.where(z > 1, z, 0)

# %% dense [only-first-row]: Only the first row of the batch is computed.
def dense(x, W, b):
    return np.maximum(0, x[0] @ W + b)[None, :]

# %% dense [axis-squeezed]: squeeze removes the axis of one row or one unit.
def dense(x, W, b):
    return np.squeeze(np.maximum(0, x @ W + b))

# %% dense [dense-transposed]: The result is transposed: (units, batch).
def dense(x, W, b):
    return np.maximum(0, x @ W + b).T

# %% dense [cut-like-an-argument]: The result takes the dtype of x: whole x loses the decimals.
def dense(x, W, b):
    out = np.zeros((x.shape[0], W.shape[1]), dtype=x.dtype)
    out[...] = np.maximum(0, x @ W + b)
    return out

# %% dense: The inputs go through the ReLU instead of the outputs.
def dense(x, W, b):
    return np.maximum(0, x) @ W + b

# %% dense: A softmax instead of the ReLU.
def dense(x, W, b):
    e = np.exp(x @ W + b)
    return e / e.sum(axis=1, keepdims=True)

# %% dense: softplus, a smooth ReLU.
def dense(x, W, b):
    return np.log(1 + np.exp(x @ W + b))

# %% dense [function-too-many]: x is changed in place: negative inputs are set to 0 first.
def dense(x, W, b):
    x[x < 0] = 0
    return np.maximum(0, x @ W + b)

# %% dense: The bias goes with the rows: b[:, None], fits only where there are as many rows as units (or one of them).
def dense(x, W, b):
    return np.maximum(0, x @ W + b[:, None])

# %% dense [only-first-row]: Only the first bias is used for all units.
def dense(x, W, b):
    return np.maximum(0, x @ W + b[0])

# %% dense: No ReLU and no bias.
def dense(x, W, b):
    return x @ W

# %% secant_slope [secant-as-tangent]: The derivative 2 * x instead of the secant's slope.
def secant_slope(x, h):
    return 2 * x

# %% secant_slope [secant-rise-alone]: The division by h is missing.
def secant_slope(x, h):
    return (x + h) ** 2 - x**2

# %% secant_slope [secant-without-brackets]: The brackets are missing: (x + h)**2 - x**2 / h.
def secant_slope(x, h):
    return (x + h) ** 2 - x**2 / h

# %% secant_slope [secant-reversed]: The sign is turned: f(x) - f(x + h).
def secant_slope(x, h):
    return (x**2 - (x + h) ** 2) / h

# %% secant_slope [secant-backward]: The secant goes to x - h: slope 2 * x - h.
def secant_slope(x, h):
    return (x**2 - (x - h) ** 2) / h

# %% secant_slope [secant-as-tangent]: The symmetric secant from x - h to x + h: slope 2 * x.
def secant_slope(x, h):
    return ((x + h) ** 2 - (x - h) ** 2) / (2 * h)

# %% secant_slope [half]: Divided by 2 * h.
def secant_slope(x, h):
    return ((x + h) ** 2 - x**2) / (2 * h)

# %% secant_slope [sign]: abs(h) in the denominator: the wrong sign for a negative h.
def secant_slope(x, h):
    return ((x + h) ** 2 - x**2) / abs(h)

# %% secant_slope [sign]: The sign is lost: the absolute value of the slope.
def secant_slope(x, h):
    return abs(((x + h) ** 2 - x**2) / h)

# %% secant_slope [constant]: x**2 + h instead of (x + h)**2: the slope is always 1.
def secant_slope(x, h):
    return (x**2 + h - x**2) / h

# %% secant_slope: 2 * x + 2 * h: the derivative at x + h.
def secant_slope(x, h):
    return 2 * (x + h)

# %% secant_slope [secant-backward]: 2 * x - h: the sign of h is wrong.
def secant_slope(x, h):
    return 2 * x - h

# %% secant_slope [constant]: x + h is divided by h instead of the difference of the values: (x + h) - x over h.
def secant_slope(x, h):
    return ((x + h) - x) / h

# %% secant_slope: h is squared in the denominator.
def secant_slope(x, h):
    return ((x + h) ** 2 - x**2) / h**2

# %% secant_slope: The cube instead of the square.
def secant_slope(x, h):
    return ((x + h) ** 3 - x**3) / h

# %% secant_slope: Whole-number division: decimals are lost.
def secant_slope(x, h):
    return ((x + h) ** 2 - x**2) // h

# %% secant_slope: h is ignored: always 0.001.
def secant_slope(x, h):
    h = 0.001
    return ((x + h) ** 2 - x**2) / h

# %% secant_slope [secant-over-x-and-h]: Divided by x + h.
def secant_slope(x, h):
    return ((x + h) ** 2 - x**2) / (x + h)

# %% secant_slope: The result is an array of one entry instead of a number.
def secant_slope(x, h):
    return [((x + h) ** 2 - x**2) / h]

# %% secant_slope [sign-lost]: abs(h) is used everywhere: a negative h is taken as positive.
def secant_slope(x, h):
    h = abs(h)
    return ((x + h) ** 2 - x**2) / h

# %% secant_slope: Rounded to one decimal.
def secant_slope(x, h):
    return round(((x + h) ** 2 - x**2) / h, 1)

# %% secant_slope: The fraction is turned over: h through the difference of the values.
def secant_slope(x, h):
    return h / ((x + h) ** 2 - x**2)

# %% secant_slope [sign-lost]: x is taken positive: wrong for negative x.
def secant_slope(x, h):
    return 2 * abs(x) + h

# %% secant_slope: 10 + h as in the example at x = 5: wrong for other x.
def secant_slope(x, h):
    return 10 + h

# %% secant_slope: Only for h above 0; for a negative h the derivative comes back.
def secant_slope(x, h):
    return ((x + h) ** 2 - x**2) / h if h > 0 else 2 * x

# %% secant_slope: The sign is turned and the division by h is missing.
def secant_slope(x, h):
    return x**2 - (x + h) ** 2

# %% plot_secants: The tangent is missing.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The curve is missing.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: Only the first secant is drawn.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs[:1]:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The last secant is left out: range(len(hs) - 1).
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for i in range(len(hs) - 1):
        plt.plot(s, x**2 + (2 * x + hs[i]) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: All secants have the slope of the tangent, 2 * x.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + 2 * x * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The secants go through the origin: the slope is right, the line is not moved to (x, x**2).
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, (2 * x + h) * s)
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The tangent goes through the origin: y = 2 * x * s.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, 2 * x * s)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The tangent has the slope x instead of 2 * x.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The tangent passes (x, x) instead of (x, x**2).
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The derivative 2 * s is drawn instead of the tangent.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, 2 * s)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The secants go through x and x - h.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot([x - h, x], [(x - h) ** 2, x**2])
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The secants go through x and h instead of x and x + h.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot([x, h], [x**2, h**2])
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The curve is y = x**3.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**3)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The curve has only 5 points.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 5)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The curve always goes from 0 to 10: not wide enough for a negative x or a large one.
def plot_secants(x, hs):
    s = np.linspace(0, 10, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot([x, x + h], [x**2, (x + h) ** 2])
    plt.plot([x - 1, x + 1], [x**2 - 2 * x, x**2 + 2 * x])
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The curve goes from x to x + max(hs) only: for a negative h the secant's second point is outside.
def plot_secants(x, hs):
    s = np.linspace(x, x + np.max(hs), 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot([x, x + h], [x**2, (x + h) ** 2])
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The axes have no names.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))

# %% plot_secants: The vertical axis has no name.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")

# %% plot_secants: plt.show() is called, and the figure is closed.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")
    plt.show()
    plt.close()

# %% plot_secants: The secants' slope is 2 * x + 2 * h: that of the tangent at x + h.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + 2 * (x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The secants are parts of the curve from x to x + h, not straight lines.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        part = np.linspace(x, x + h, 30)
        plt.plot(part, part**2)
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: Secants for a negative h are left out.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        if h > 0:
            plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: Always three secants, for 4, 2 and 1, whatever hs is.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in (4, 2, 1):
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The tangent is drawn at 5, as in the example, whatever x is.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.plot(s, 25 + 10 * (s - 5))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: A tangent is drawn at each x + h instead of the secants.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, (x + h) ** 2 + 2 * (x + h) * (s - x - h))
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: hs is changed in place: the places x + h are written into it.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    hs += x
    for end in hs:
        plt.plot([x, end], [x**2, end**2])
    plt.plot(s, x**2 + 2 * x * (s - x))
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_secants: The tangent is missing and so is the name of the horizontal axis.
def plot_secants(x, hs):
    s = np.linspace(x - 8, x + np.max(np.abs(hs)) + 8, 200)
    plt.plot(s, s**2)
    for h in hs:
        plt.plot(s, x**2 + (2 * x + h) * (s - x))
    plt.ylabel("y")

# %% sign_and_size [sizes-without-factor]: The size is that of x, not of the derivative: the factor 2 is missing.
def sign_and_size(x):
    return np.sign(x), np.abs(x)

# %% sign_and_size [sizes-with-sign]: The sizes keep their sign: abs is missing.
def sign_and_size(x):
    return np.sign(2 * x), 2 * x

# %% sign_and_size [signs-reversed]: The sign is turned.
def sign_and_size(x):
    return -np.sign(2 * x), np.abs(2 * x)

# %% sign_and_size [sizes-first]: The order is wrong: sizes, signs.
def sign_and_size(x):
    return np.abs(2 * x), np.sign(2 * x)

# %% sign_and_size [signs-one-at-zero]: The sign at 0 is 1 instead of 0.
def sign_and_size(x):
    return np.where(x >= 0, 1, -1), np.abs(2 * x)

# %% sign_and_size [signs-minus-one-at-zero]: The sign at 0 is -1 instead of 0.
def sign_and_size(x):
    return np.where(x > 0, 1, -1), np.abs(2 * x)

# %% sign_and_size [signs-of-the-square]: The sign of x**2 instead of its derivative: never -1.
def sign_and_size(x):
    return np.sign(x**2), np.abs(2 * x)

# %% sign_and_size [signs-as-step]: The sign is 0 or 1: falling is 0.
def sign_and_size(x):
    return np.where(x > 0, 1, 0), np.abs(2 * x)

# %% sign_and_size [sizes-as-heights]: The sizes are the values x**2.
def sign_and_size(x):
    return np.sign(x), x**2

# %% sign_and_size: x divided by its absolute value: nan at 0.
def sign_and_size(x):
    return x / np.abs(x), np.abs(2 * x)

# %% sign_and_size: The sizes are squared: (2 * x)**2.
def sign_and_size(x):
    return np.sign(x), (2 * x) ** 2

# %% sign_and_size: One sign for the whole array: that of the sum.
def sign_and_size(x):
    return np.sign(np.sum(x)), np.abs(2 * x)

# %% sign_and_size: One size for the whole array: the sum of all.
def sign_and_size(x):
    return np.sign(x), np.sum(np.abs(2 * x))

# %% sign_and_size: One size for the whole array: the norm.
def sign_and_size(x):
    return np.sign(x), np.linalg.norm(2 * x)

# %% sign_and_size [only-several]: squeeze removes the axes of length 1.
def sign_and_size(x):
    return np.squeeze(np.sign(x)), np.squeeze(np.abs(2 * x))

# %% sign_and_size [rounded]: The sizes are made whole numbers: decimals are lost.
def sign_and_size(x):
    return np.sign(x), np.abs(2 * x).astype(int)

# %% sign_and_size: The derivative 2 instead of 2 * x: size 2 everywhere.
def sign_and_size(x):
    return np.sign(x), np.full(np.shape(x), 2.0)

# %% sign_and_size: x is changed in place: x *= 2.
def sign_and_size(x):
    x *= 2
    return np.sign(x), np.abs(x)

# %% sign_and_size [zeros]: Values near 0 (below 0.1) get the sign 0.
def sign_and_size(x):
    d = 2 * x
    return np.where(np.abs(d) < 0.1, 0, np.sign(d)), np.abs(d)

# %% sign_and_size: The sizes of negative derivatives become 0 (ReLU).
def sign_and_size(x):
    return np.sign(x), np.maximum(2 * x, 0)

# %% sign_and_size: The signs are words: "+" and "-".
def sign_and_size(x):
    return np.where(x > 0, "+", "-"), np.abs(2 * x)

# %% sign_and_size: The sizes are capped at 10.
def sign_and_size(x):
    return np.sign(x), np.minimum(np.abs(2 * x), 10)

# %% sign_and_size: x is cut to whole numbers before the sign: entries between -1 and 1 get the sign 0.
def sign_and_size(x):
    return np.sign(np.trunc(x)), np.abs(2 * x)

# %% sign_and_size: The derivative of x**3 is taken: 3 * x**2.
def sign_and_size(x):
    return np.sign(3 * x**2), np.abs(3 * x**2)

# %% sign_and_size: Only the first entry's sign is taken for all.
def sign_and_size(x):
    return np.full(np.shape(x), np.sign(np.ravel(x)[0])), np.abs(2 * x)

# %% sign_and_size: The sign at 0 is 1, and the sizes miss the factor 2.
def sign_and_size(x):
    return np.where(x >= 0, 1, -1), np.abs(x)

# %% one_sided_slopes [sign]: The sign of |x| from the left is lost.
one_sided_slopes = [1, 1, 0, 1]

# %% one_sided_slopes: The slopes of |x| at 0 are taken as 0 on both sides.
one_sided_slopes = [0, 0, 0, 1]

# %% one_sided_slopes: ReLU's slopes are in the wrong order: right before left.
one_sided_slopes = [-1, 1, 1, 0]

# %% one_sided_slopes: |x|: right before left.
one_sided_slopes = [1, -1, 0, 1]

# %% one_sided_slopes [relu-first]: ReLU and |x| are swapped.
one_sided_slopes = [0, 1, -1, 1]

# %% one_sided_slopes: ReLU's slope from the right is taken as 0 too.
one_sided_slopes = [-1, 1, 0, 0]

# %% one_sided_slopes [relu-like-abs]: ReLU gets the slopes of |x|: -1 from the left.
one_sided_slopes = [-1, 1, -1, 1]

# %% one_sided_slopes: Half the slope, the mean of both sides, for ReLU.
one_sided_slopes = [-1, 1, 0.5, 0.5]

# %% descend [descent-uphill]: The sign is wrong: the point goes up.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] + eta * 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend [descent-without-factor]: The factor 2 is missing in the derivative.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * (xs[-1] - 1))
    return np.array(xs)

# %% descend [descent-to-zero]: The derivative of x**2 is used: 2 * x.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * 2 * xs[-1])
    return np.array(xs)

# %% descend [descent-by-height]: The value of f is used instead of its derivative.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * (xs[-1] - 1) ** 2)
    return np.array(xs)

# %% descend [descent-without-start]: The start is missing: (steps,).
def descend(x, eta, steps):
    xs = []
    for _ in range(steps):
        x = x - eta * 2 * (x - 1)
        xs.append(x)
    return np.array(xs)

# %% descend [descent-without-end]: One step too few: (steps,) with the start.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps - 1):
        xs.append(xs[-1] - eta * 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend [one-step-off]: One step too many.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps + 1):
        xs.append(xs[-1] - eta * 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend [descent-end-alone]: Only the last place is returned.
def descend(x, eta, steps):
    for _ in range(steps):
        x = x - eta * 2 * (x - 1)
    return x

# %% descend [descent-with-one-slope]: The derivative is always taken at the start.
def descend(x, eta, steps):
    d = 2 * (x - 1)
    return np.array([x - eta * d * k for k in range(steps + 1)])

# %% descend [descent-without-eta]: The learning rate is forgotten.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend [descent-heights]: The values f(x) are returned instead of the places.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * 2 * (xs[-1] - 1))
    return (np.array(xs) - 1) ** 2

# %% descend: Brackets are missing: 2 * x - 1 as the derivative.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * (2 * xs[-1] - 1))
    return np.array(xs)

# %% descend [sign-exchanged]: The derivative has the wrong sign inside: 2 * (x + 1).
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * 2 * (xs[-1] + 1))
    return np.array(xs)

# %% descend: The buffer is filled from a whole-number start: np.full(steps + 1, x) of a whole x cuts the decimals.
def descend(x, eta, steps):
    xs = np.full(steps + 1, x)
    for k in range(steps):
        xs[k + 1] = xs[k] - eta * 2 * (xs[k] - 1)
    return xs

# %% descend: The sign of the derivative is lost: from the left of 1 the point goes away to the left.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * abs(2 * (xs[-1] - 1)))
    return np.array(xs)

# %% descend: Only the sign of the derivative is used: steps of the length eta.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * np.sign(xs[-1] - 1))
    return np.array(xs)

# %% descend: The learning rate is capped at 0.5, so that it never jumps over 1.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - min(eta, 0.5) * 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend: The point is never let past 1: max(..., 1) from the right, wrong for a start on the left and for large eta.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(max(xs[-1] - eta * 2 * (xs[-1] - 1), 1))
    return np.array(xs)

# %% descend: At most 100 steps: longer descents are too short.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(min(steps, 100)):
        xs.append(xs[-1] - eta * 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend: It stops early when a step is below 0.001: fewer entries than steps + 1.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        step = eta * 2 * (xs[-1] - 1)
        if abs(step) < 0.001:
            break
        xs.append(xs[-1] - step)
    return np.array(xs)

# %% descend: A column comes back: (steps + 1, 1).
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * 2 * (xs[-1] - 1))
    return np.array(xs)[:, None]

# %% descend: The learning rate gets smaller in each step: eta / (k + 1).
def descend(x, eta, steps):
    xs = [x]
    for k in range(steps):
        xs.append(xs[-1] - eta / (k + 1) * 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend: The learning rate is fixed at 0.25.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - 0.25 * 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend [state-kept]: The list of places is kept between the calls (default argument): right for the first call only.
def descend(x, eta, steps, xs=[]):
    xs.append(x)
    for _ in range(steps):
        xs.append(xs[-1] - eta * 2 * (xs[-1] - 1))
    return np.array(xs)

# %% descend: The places come in the opposite order, the last one first.
def descend(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] - eta * 2 * (xs[-1] - 1))
    return np.array(xs[::-1])

# %% descend [descent-without-factor]: The closed form with the wrong base: (1 - eta)**k instead of (1 - 2 * eta)**k.
def descend(x, eta, steps):
    return 1 + (x - 1) * (1 - eta) ** np.arange(steps + 1)

# %% descend: The start is missing and the factor 2 too.
def descend(x, eta, steps):
    xs = []
    for _ in range(steps):
        x = x - eta * (x - 1)
        xs.append(x)
    return np.array(xs)

# %% plot_descent: The start has no marker.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs[1:], (xs[1:] - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The last place has no marker.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs[:-1], (xs[:-1] - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent [figure-without-parabola]: The curve is missing.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The points are missing: only the curve.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The curve is y = x**2.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, s**2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The points lie on y = x**2 instead of the curve.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, xs**2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The points lie on the axis: all have the height 0.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, np.zeros(len(xs)), "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The places are drawn over the number of the step instead of over x.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(range(steps + 1), xs, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: x and y of the points are swapped.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot((xs - 1) ** 2, xs, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The derivative 2 * (x - 1) is drawn instead of the curve.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, 2 * (s - 1))
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The curve goes through 5 points only.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 5)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The curve's range is always -1 to 4: places outside have no curve.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(-1, 4, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The curve goes from 1 to the start only: places on the other side of 1 (large eta) lie outside.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(1, x, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The curve goes from -|x| to |x|: for large eta, or a start near 0, places lie outside.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(-abs(x), abs(x), 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The axes have no names.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")

# %% plot_descent: The horizontal axis has no name.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.ylabel("y")

# %% plot_descent: The vertical axis has no name: xlabel is set twice.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.xlabel("y")

# %% plot_descent: The learning rate is fixed at 0.25: the places of another descent.
def plot_descent(x, eta, steps):
    xs = descend(x, 0.25, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The number of steps is fixed at 4.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, 4)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: One step too many is drawn.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps + 1)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: Only the start and the last place have markers.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs[[0, -1]], (xs[[0, -1]] - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The figure is closed in the end: nothing is left.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")
    plt.close()

# %% plot_descent: The points go up: the step has the wrong sign.
def plot_descent(x, eta, steps):
    xs = [x]
    for _ in range(steps):
        xs.append(xs[-1] + eta * 2 * (xs[-1] - 1))
    xs = np.array(xs)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The curve is drawn through the places of the descent themselves: fewer than 20 points for few steps.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    plt.plot(xs, (xs - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: A tangent is drawn at each place in addition: the text wants only the curve and the points.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs, (xs - 1) ** 2, "o")
    for p in xs:
        plt.plot([p - 1, p + 1], [(p - 1) ** 2 - 2 * (p - 1), (p - 1) ** 2 + 2 * (p - 1)])
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_descent: The start has no marker and the vertical axis no name.
def plot_descent(x, eta, steps):
    xs = descend(x, eta, steps)
    s = np.linspace(min(xs.min(), 1) - 1, max(xs.max(), 1) + 1, 200)
    plt.plot(s, (s - 1) ** 2)
    plt.plot(xs[1:], (xs[1:] - 1) ** 2, "o")
    plt.xlabel("x")

# %% cost [cost-as-sum]: The sum instead of the mean.
def cost(x, y, W, b):
    return np.sum((x * W + b - y) ** 2)

# %% cost [cost-without-b]: The bias is left out.
def cost(x, y, W, b):
    return np.mean((x * W - y) ** 2)

# %% cost [cost-halved]: Half the mean.
def cost(x, y, W, b):
    return np.mean((x * W + b - y) ** 2) / 2

# %% cost [cost-root]: The root of the mean.
def cost(x, y, W, b):
    return np.sqrt(np.mean((x * W + b - y) ** 2))

# %% cost [cost-absolute]: Absolute values instead of squares.
def cost(x, y, W, b):
    return np.mean(np.abs(x * W + b - y))

# %% cost [cost-square-of-mean]: The square of the mean instead of the mean of the squares.
def cost(x, y, W, b):
    return np.mean(x * W + b - y) ** 2

# %% cost [cost-without-square]: The squares are missing.
def cost(x, y, W, b):
    return np.mean(x * W + b - y)

# %% cost: W and b are swapped: x * b + W.
def cost(x, y, W, b):
    return np.mean((x * b + W - y) ** 2)

# %% cost [sign-exchanged]: The bias is subtracted.
def cost(x, y, W, b):
    return np.mean((x * W - b - y) ** 2)

# %% cost: Brackets are wrong: x * (W + b).
def cost(x, y, W, b):
    return np.mean((x * (W + b) - y) ** 2)

# %% cost [cost-as-printed]: y minus its mean: the estimate does not occur.
def cost(x, y, W, b):
    return np.mean((y - np.mean(y)) ** 2)

# %% cost [cost-added]: A plus instead of a minus before y.
def cost(x, y, W, b):
    return np.mean((x * W + b + y) ** 2)

# %% cost: The squares come back without the mean: an array.
def cost(x, y, W, b):
    return (x * W + b - y) ** 2

# %% cost: Divided by one less than the number of samples (for one sample by 1).
def cost(x, y, W, b):
    return np.sum((x * W + b - y) ** 2) / max(len(x) - 1, 1)

# %% cost: Always divided by 3, as in the example.
def cost(x, y, W, b):
    return np.sum((x * W + b - y) ** 2) / 3

# %% cost [rounded]: Whole-number division: decimals are lost.
def cost(x, y, W, b):
    return np.sum((x * W + b - y) ** 2) // len(x)

# %% cost: x and y are swapped: y * W + b - x.
def cost(x, y, W, b):
    return np.mean((y * W + b - x) ** 2)

# %% cost: The estimates go through a ReLU.
def cost(x, y, W, b):
    return np.mean((np.maximum(0, x * W + b) - y) ** 2)

# %% cost: The shape is (1,) instead of a number.
def cost(x, y, W, b):
    return np.array([np.mean((x * W + b - y) ** 2)])

# %% cost: y is changed in place: y -= x * W + b.
def cost(x, y, W, b):
    y -= x * W + b
    return np.mean(y**2)

# %% cost: The variance of the errors: their mean is subtracted.
def cost(x, y, W, b):
    return np.var(x * W + b - y)

# %% cost: estimates**2 - y**2 instead of the square of the difference.
def cost(x, y, W, b):
    return np.mean((x * W + b) ** 2 - y**2)

# %% cost: The errors are made whole numbers.
def cost(x, y, W, b):
    return np.mean((x * W + b - y).astype(int) ** 2)

# %% cost: The last sample is left out: range(len(x) - 1).
def cost(x, y, W, b):
    return sum((x[i] * W + b - y[i]) ** 2 for i in range(len(x) - 1)) / len(x)

# %% cost: Only positive errors count.
def cost(x, y, W, b):
    return np.mean(np.maximum(x * W + b - y, 0) ** 2)

# %% cost: b is added to y's side after squaring: (x * W - y)**2 + b.
def cost(x, y, W, b):
    return np.mean((x * W - y) ** 2 + b)

# %% cost: No bias and the sum instead of the mean.
def cost(x, y, W, b):
    return np.sum((x * W - y) ** 2)

# %% update [update-uphill]: The step goes up.
def update(W, slope, eta):
    return W + eta * slope

# %% update [update-without-eta]: The learning rate is forgotten.
def update(W, slope, eta):
    return W - slope

# %% update: Brackets: eta * (W - slope).
def update(W, slope, eta):
    return eta * (W - slope)

# %% update [update-divided]: Divided by eta.
def update(W, slope, eta):
    return W - slope / eta

# %% update [sign]: The order of the difference: eta * slope - W.
def update(W, slope, eta):
    return eta * slope - W

# %% update: W is changed in place where it is an array.
def update(W, slope, eta):
    W -= eta * slope
    return W

# %% update: The slope is changed in place where it is an array.
def update(W, slope, eta):
    slope *= eta
    return W - slope

# %% update [sign-lost]: The sign of the slope is lost.
def update(W, slope, eta):
    return W - eta * np.abs(slope)

# %% update [update-by-sign]: Only the sign of the slope is used.
def update(W, slope, eta):
    return W - eta * np.sign(slope)

# %% update [update-with-own-slope]: The slope is taken to be 2 * W: the argument is ignored.
def update(W, slope, eta):
    return W - eta * 2 * W

# %% update: The slope is doubled: the derivative of the square is put on once more.
def update(W, slope, eta):
    return W - 2 * eta * slope

# %% update: The learning rate is fixed at 0.1.
def update(W, slope, eta):
    return W - 0.1 * slope

# %% update [bounded]: The learning rate is capped at 1.
def update(W, slope, eta):
    return W - min(eta, 1) * slope

# %% update: The slope is clipped to -10..10: wrong for larger ones.
def update(W, slope, eta):
    return W - eta * np.clip(slope, -10, 10)

# %% update [update-step-alone]: Only the step is returned.
def update(W, slope, eta):
    return -eta * slope

# %% update: The mean of the slope moves all weights alike.
def update(W, slope, eta):
    return W - eta * np.mean(slope)

# %% update: The sum of the slopes moves all weights alike.
def update(W, slope, eta):
    return W - eta * np.sum(slope)

# %% update [bounded]: The weights never get negative: cut at 0.
def update(W, slope, eta):
    return np.maximum(W - eta * slope, 0)

# %% update: W is multiplied with 1 - eta: slope ignored.
def update(W, slope, eta):
    return W * (1 - eta)

# %% update: The slope is multiplied with W.
def update(W, slope, eta):
    return W - eta * slope * W

# %% update [rounded]: The result is made whole numbers.
def update(W, slope, eta):
    return np.asarray(W - eta * slope).astype(int)

# %% update: Divided by the number of weights.
def update(W, slope, eta):
    return W - eta * slope / np.size(W)

# %% update: Only the first weight moves where W is an array.
def update(W, slope, eta):
    new = np.array(W, dtype=float)
    new.flat[0] -= eta * np.ravel(slope)[0]
    return new

# %% update: ravel: arrays with more axes lose their shape, and a number gets an axis.
def update(W, slope, eta):
    return np.ravel(W - eta * slope)

# %% update: eta is squared.
def update(W, slope, eta):
    return W - eta**2 * slope

# %% update: Upwards and without the learning rate.
def update(W, slope, eta):
    return W + slope

# %% back_through_sum [sum-as-mean]: The mean instead of the sum for y.
def back_through_sum(x):
    y = np.mean(x)
    return 2 * y, np.full(x.shape, 2.0 * y)

# %% back_through_sum [sum-without-factor]: The factor 2 is missing: dz/dy = y.
def back_through_sum(x):
    y = np.sum(x)
    return y, np.full(x.shape, 1.0 * y)

# %% back_through_sum: z = y**2 comes back instead of dz/dy.
def back_through_sum(x):
    y = np.sum(x)
    return y**2, np.full(x.shape, 2.0 * y)

# %% back_through_sum [half]: y comes back instead of dz/dy; dz/dx is right.
def back_through_sum(x):
    y = np.sum(x)
    return y, np.full(x.shape, 2.0 * y)

# %% back_through_sum [sum-of-squares]: dz/dx is 2 * x: the square of each entry instead of the square of the sum.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, 2 * x

# %% back_through_sum [sum-times-x]: dz/dx is multiplied with x: dy/dx is taken as x instead of 1.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, 2 * y * x

# %% back_through_sum [sum-with-a-number]: dz/dx is one number instead of a matrix.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, 2 * y

# %% back_through_sum [sum-without-upstream]: dz/dx is ones: dy/dx instead of dz/dx.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.ones(x.shape)

# %% back_through_sum [mean-twice]: dz/dx is divided by the number of entries.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.full(x.shape, 2 * y / x.size)

# %% back_through_sum: dz/dx is a square matrix with as many columns as rows.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.full((x.shape[0], x.shape[0]), 2.0 * y)

# %% back_through_sum [sum-transposed]: dz/dx is transposed: the shape is turned.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.full(x.shape[::-1], 2.0 * y)

# %% back_through_sum: dz/dx is flat.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.full(x.size, 2.0 * y)

# %% back_through_sum: dz/dx is made of whole numbers, int(2 * y): decimals are lost.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.full(x.shape, int(2 * y))

# %% back_through_sum [sum-without-sign]: The sign is lost: abs(y).
def back_through_sum(x):
    y = abs(np.sum(x))
    return 2 * y, np.full(x.shape, 2.0 * y)

# %% back_through_sum [sum-of-sizes]: Negative entries are added as positive: the sum of abs(x).
def back_through_sum(x):
    y = np.sum(np.abs(x))
    return 2 * y, np.full(x.shape, 2.0 * y)

# %% back_through_sum: The sum of each column instead of the whole sum.
def back_through_sum(x):
    y = np.sum(x, axis=0)
    return 2 * y, np.zeros(x.shape) + 2 * y

# %% back_through_sum: The sum of each row instead of the whole sum.
def back_through_sum(x):
    y = np.sum(x, axis=1, keepdims=True)
    return 2 * y, np.zeros(x.shape) + 2 * y

# %% back_through_sum [sum-two-by-two]: Always a 2 by 2 matrix, as in the example.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.full((2, 2), 2.0 * y)

# %% back_through_sum [sum-swapped]: The results are in the wrong order.
def back_through_sum(x):
    y = np.sum(x)
    return np.full(x.shape, 2.0 * y), 2 * y

# %% back_through_sum: The sum of the squares is y.
def back_through_sum(x):
    y = np.sum(x**2)
    return 2 * y, np.full(x.shape, 2.0 * y)

# %% back_through_sum [sum-without-zeros]: Where x is 0 the derivative is 0.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.where(x != 0, 2.0 * y, 0.0)

# %% back_through_sum: The sign of x is put on the derivatives.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, 2 * y * np.sign(x)

# %% back_through_sum [zeros]: A negative sum gives 0 (as with ReLU).
def back_through_sum(x):
    y = max(np.sum(x), 0)
    return 2 * y, np.full(x.shape, 2.0 * y)

# %% back_through_sum: dz/dy has the shape (1, 1).
def back_through_sum(x):
    y = np.sum(x, keepdims=True)
    return 2 * y, np.zeros(x.shape) + 2 * y

# %% back_through_sum: x is changed in place: it is filled with the derivatives.
def back_through_sum(x):
    y = np.sum(x)
    x[...] = 2 * y
    return 2 * y, x

# %% back_through_sum [only-one-row]: Only the first row is summed.
def back_through_sum(x):
    y = np.sum(x[0])
    return 2 * y, np.full(x.shape, 2.0 * y)

# %% back_through_sum [twice]: dz/dx has the factor twice: 2 * 2 * y.
def back_through_sum(x):
    y = np.sum(x)
    return 2 * y, np.full(x.shape, 4.0 * y)

# %% back_through_sum: The factor 2 is missing and dz/dx is one number.
def back_through_sum(x):
    y = np.sum(x)
    return y, y

# %% power_derivatives [term-missing]: The exponent is not lowered in the first derivative: n * x**n.
def power_derivatives(x, n):
    return n * x**n, n * (n - 1) * x ** (n - 2)

# %% power_derivatives [power-second-not-lowered]: The exponent is n - 1 in the second derivative too.
def power_derivatives(x, n):
    return n * x ** (n - 1), n * (n - 1) * x ** (n - 1)

# %% power_derivatives [factor-missing]: The factor n is missing in the first derivative.
def power_derivatives(x, n):
    return x ** (n - 1), n * (n - 1) * x ** (n - 2)

# %% power_derivatives [power-second-without-factor]: The factor of the second derivative is n instead of n * (n - 1).
def power_derivatives(x, n):
    return n * x ** (n - 1), n * x ** (n - 2)

# %% power_derivatives [factor-missing]: The factor of the second derivative is n - 1.
def power_derivatives(x, n):
    return n * x ** (n - 1), (n - 1) * x ** (n - 2)

# %% power_derivatives [term-missing]: The factor of the second derivative is n**2.
def power_derivatives(x, n):
    return n * x ** (n - 1), n**2 * x ** (n - 2)

# %% power_derivatives [power-squared]: The second is the square of the first.
def power_derivatives(x, n):
    return n * x ** (n - 1), (n * x ** (n - 1)) ** 2

# %% power_derivatives [power-swapped]: The results are in the wrong order.
def power_derivatives(x, n):
    return n * (n - 1) * x ** (n - 2), n * x ** (n - 1)

# %% power_derivatives [power-with-itself]: x**n comes first instead of the first derivative.
def power_derivatives(x, n):
    return x**n, n * x ** (n - 1)

# %% power_derivatives [power-divided]: Divided by x: n * x**n / x, nan at 0.
def power_derivatives(x, n):
    x = np.asarray(x, dtype=float)
    return n * x**n / x, n * (n - 1) * x**n / x**2

# %% power_derivatives: Only the second divides by x: (n - 1) * first / x, nan at 0.
def power_derivatives(x, n):
    x = np.asarray(x, dtype=float)
    first = n * x ** (n - 1)
    return first, (n - 1) * first / x

# %% power_derivatives: By logarithms: nan for negative x and at 0.
def power_derivatives(x, n):
    x = np.asarray(x, dtype=float)
    return n * np.exp((n - 1) * np.log(x)), n * (n - 1) * np.exp((n - 2) * np.log(x))

# %% power_derivatives [sign-lost]: The sign of x is lost: abs(x).
def power_derivatives(x, n):
    x = np.abs(x)
    return n * x ** (n - 1), n * (n - 1) * x ** (n - 2)

# %% power_derivatives: At 0 the second derivative is always 0, also for n = 2.
def power_derivatives(x, n):
    return n * x ** (n - 1), np.where(np.asarray(x) == 0, 0.0, n * (n - 1) * np.asarray(x, dtype=float) ** (n - 2))

# %% power_derivatives [power-always-square]: The derivatives of x**2 whatever n is.
def power_derivatives(x, n):
    return 2 * x, 2 + 0 * x

# %% power_derivatives: The antiderivative: x**(n + 1) / (n + 1).
def power_derivatives(x, n):
    return x ** (n + 1) / (n + 1), x ** (n + 2) / ((n + 1) * (n + 2))

# %% power_derivatives: Brackets are missing: x ** n - 1.
def power_derivatives(x, n):
    return n * x**n - 1, n * (n - 1) * x**n - 2

# %% power_derivatives: The derivative of n**x is taken.
def power_derivatives(x, n):
    return np.log(n) * float(n) ** x, np.log(n) ** 2 * float(n) ** x

# %% power_derivatives: The second derivative is 2 for every n.
def power_derivatives(x, n):
    return n * x ** (n - 1), 2 + 0 * x

# %% power_derivatives: A number instead of an array comes back for the second derivative where n is 2.
def power_derivatives(x, n):
    return n * x ** (n - 1), 2.0 if n == 2 else n * (n - 1) * x ** (n - 2)

# %% power_derivatives: x is changed in place where it is an array: x **= n - 1 on the argument.
def power_derivatives(x, n):
    second = n * (n - 1) * np.array(x, dtype=float) ** (n - 2)
    if np.ndim(x):
        x **= n - 1
        x *= n
        return x, second
    return n * x ** (n - 1), second

# %% power_derivatives: Both are summed over the points: numbers instead of arrays.
def power_derivatives(x, n):
    return np.sum(n * x ** (n - 1)), np.sum(n * (n - 1) * x ** (n - 2))

# %% power_derivatives [rounded]: The decimals are cut off.
def power_derivatives(x, n):
    return np.trunc(n * x ** (n - 1)), np.trunc(n * (n - 1) * x ** (n - 2))

# %% power_derivatives: The secant with h = 0.1 instead of the derivative.
def power_derivatives(x, n):
    h = 0.1
    return ((x + h) ** n - x**n) / h, ((x + 2 * h) ** n - 2 * (x + h) ** n + x**n) / h**2

# %% power_derivatives [sign]: The signs alternate: the second derivative is negative.
def power_derivatives(x, n):
    return n * x ** (n - 1), -n * (n - 1) * x ** (n - 2)

# %% power_derivatives [function-too-many]: Negative x give 0 (as with ReLU).
def power_derivatives(x, n):
    x = np.maximum(x, 0)
    return n * x ** (n - 1), n * (n - 1) * x ** (n - 2)

# %% power_derivatives: The second derivative is the first with n - 1 in place of n, its factor n is lost, and the exponent is not lowered.
def power_derivatives(x, n):
    return n * x ** (n - 1), (n - 1) * x ** (n - 1)

# %% nested_tapes [nested-always-square]: The exponent is always 2: n is ignored.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**2
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes [nested-outer-unwatched]: The outer tape does not watch x: the second derivative is None.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: The inner tape does not watch x: its gradient is None and the outer one stops with a TypeError.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            y = x**n
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: The inner gradient is taken outside of the outer tape's block: the second derivative is None.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
    first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes [nested-first-twice]: The outer tape is asked for the gradient of y instead of first: the first derivative twice.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return first, outer.gradient(y, x)

# %% nested_tapes [nested-swapped]: The results are in the wrong order.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return outer.gradient(first, x), first

# %% nested_tapes [nested-with-itself]: y and the first derivative come back instead of both derivatives.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as inner:
        inner.watch(x)
        y = x**n
    return y, inner.gradient(y, x)

# %% nested_tapes: The second derivative is the square of the first.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as inner:
        inner.watch(x)
        y = x**n
    first = inner.gradient(y, x)
    return first, first**2

# %% nested_tapes: x is made positive first: wrong for negative x.
def nested_tapes(x, n):
    x = tf.abs(tf.constant(x))
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: x is made a whole-number tensor: the gradients are None.
def nested_tapes(x, n):
    x = tf.cast(x, tf.int32)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: By exp and log: nan for negative x and at 0.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = tf.exp(n * tf.math.log(x))
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: The power is computed with the exponent n - 1.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x ** (n - 1)
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: n**x instead of x**n.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = tf.cast(n, x.dtype) ** x
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: y is multiplied up with one factor too many: x**(n + 1).
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x
            for _ in range(n):
                y = y * x
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: The power is computed by NumPy inside the tape: the tape does not see it.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = tf.constant(x.numpy() ** n)
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: y is computed before the tapes: nothing is recorded.
def nested_tapes(x, n):
    x = tf.constant(x)
    y = x**n
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: Only the first entry of an array is used.
def nested_tapes(x, n):
    x = tf.constant(np.ravel(x)[0])
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes [nested-summed]: The derivatives of an array are summed to one number.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return tf.reduce_sum(first), tf.reduce_sum(outer.gradient(first, x))

# %% nested_tapes [factor]: The mean of y is derived: for arrays the derivatives are divided by the number of points.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = tf.reduce_mean(x**n)
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: The same tape is asked twice without persistent: an error.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**n
    first = tape.gradient(y, x)
    return first, tape.gradient(first, x)

# %% nested_tapes: A persistent tape is asked for the second outside of its block: None.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**n
    first = tape.gradient(y, x)
    return first, tape.gradient(first, x)

# %% nested_tapes: A number gets an axis: the results have the shape (1,).
def nested_tapes(x, n):
    x = tf.constant(np.atleast_1d(x))
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: No tape at all: by the formula with a division by x, nan at 0.
def nested_tapes(x, n):
    x = np.asarray(x, dtype=float)
    return n * x**n / x, n * (n - 1) * x**n / x**2

# %% nested_tapes: Negative x become 0 by a ReLU inside the tape.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = tf.nn.relu(x) ** n
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)

# %% nested_tapes: stop_gradient on the first derivative: the second is None.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = tf.stop_gradient(inner.gradient(y, x))
    return first, outer.gradient(first, x)

# %% nested_tapes: n is ignored and the results are in the wrong order.
def nested_tapes(x, n):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**2
        first = inner.gradient(y, x)
    return outer.gradient(first, x), first

# %% chain [chain-last-link]: dw/dz comes back: the gradient is asked for z.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    return tape.gradient(w, z)

# %% chain [chain-to-y]: dw/dy comes back: the gradient is asked for y.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**2
        w = (y**2) ** 2
    return tape.gradient(w, y)

# %% chain [chain-of-z]: dz/dx instead of dw/dx: the last square is not derived.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**2
        z = y**2
    return tape.gradient(z, x)

# %% chain: dy/dx instead of dw/dx.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**2
    return tape.gradient(y, x)

# %% chain: x is not watched: None.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x)

# %% chain [chain-value]: w itself comes back instead of its derivative.
def chain(x):
    x = tf.constant(x)
    return ((x**2) ** 2) ** 2

# %% chain: One square too many: x**16.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = (((x**2) ** 2) ** 2) ** 2
    return tape.gradient(w, x)

# %% chain [chain-of-six]: The exponents are added instead of multiplied: x**6.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = x ** (2 + 2 + 2)
    return tape.gradient(w, x)

# %% chain [chain-of-six]: w = z * y instead of z**2.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z * y
    return tape.gradient(w, x)

# %% chain [chain-of-z]: w = y**2 instead of z**2.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = y**2
    return tape.gradient(w, x)

# %% chain [chain-added]: The slopes are added instead of multiplied: 2z + 2y + 2x.
def chain(x):
    x = tf.constant(x)
    y = x**2
    z = y**2
    return 2 * z + 2 * y + 2 * x

# %% chain [chain-to-y]: One slope is missing in the product: 2z * 2y.
def chain(x):
    x = tf.constant(x)
    y = x**2
    z = y**2
    return 2 * z * 2 * y

# %% chain: The factor 2 is only there once: 2 * z * y * x.
def chain(x):
    x = tf.constant(x)
    y = x**2
    z = y**2
    return 2 * z * y * x

# %% chain: w is derived after a sum: for arrays the sum of w comes in, squared once more (z summed before it is squared).
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = tf.reduce_sum(z) ** 2
    return tape.gradient(w, x)

# %% chain [factor]: The mean of w is derived: for arrays divided by the number of points.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = tf.reduce_mean(((x**2) ** 2) ** 2)
    return tape.gradient(w, x)

# %% chain [chain-summed]: The derivatives of an array are summed to one number.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = ((x**2) ** 2) ** 2
    return tf.reduce_sum(tape.gradient(w, x))

# %% chain: The sign is lost: abs of the derivative, wrong for negative x.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = ((x**2) ** 2) ** 2
    return tf.abs(tape.gradient(w, x))

# %% chain: Only the first entry of an array is derived.
def chain(x):
    x = tf.constant(np.ravel(x)[0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = ((x**2) ** 2) ** 2
    return tape.gradient(w, x)

# %% chain: y is computed before the tape: None.
def chain(x):
    x = tf.constant(x)
    y = x**2
    with tf.GradientTape() as tape:
        tape.watch(x)
        z = y**2
        w = z**2
    return tape.gradient(w, x)

# %% chain: x is cast to whole numbers first: decimals are lost.
def chain(x):
    x = tf.cast(tf.cast(x, tf.int32), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = ((x**2) ** 2) ** 2
    return tape.gradient(w, x)

# %% chain: The gradient stops at y by stop_gradient: None.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.stop_gradient(x**2)
        w = (y**2) ** 2
    return tape.gradient(w, x)

# %% chain: target and source are swapped: gradient(x, w), None.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = ((x**2) ** 2) ** 2
    return tape.gradient(x, w)

# %% chain: A list with the derivative comes back: one axis too many.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = ((x**2) ** 2) ** 2
    return tape.gradient(w, [x])

# %% chain: The value at 5, 625000, comes back whatever x is.
def chain(x):
    return tf.zeros_like(tf.constant(x)) + 625000.0

# %% chain: The derivative is clipped to a million.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        w = ((x**2) ** 2) ** 2
    return tf.clip_by_value(tape.gradient(w, x), -1e6, 1e6)

# %% chain: The second derivative comes back: 56 * x**6.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as tape:
            tape.watch(x)
            w = ((x**2) ** 2) ** 2
        first = tape.gradient(w, x)
    return outer.gradient(first, x)

# %% chain: One square too few, and the sign is lost.
def chain(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        z = (x**2) ** 2
    return tf.abs(tape.gradient(z, x))

# %% second_gradient [second-always-persistent]: The tape is always persistent: there is never an error.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x)

# %% second_gradient: The error is not caught: without persistent the function stops.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x)

# %% second_gradient [second-never-persistent]: The argument persistent is ignored: always the default.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        dzdx = tape.gradient(z, x)
    except Exception as error:
        dzdx = type(error).__name__
    return dwdx, dzdx

# %% second_gradient [second-with-message]: The message of the error comes back instead of its name.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        dzdx = tape.gradient(z, x)
    except Exception as error:
        dzdx = str(error)
    return dwdx, dzdx

# %% second_gradient: The error's class comes back, not its name as a text.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        dzdx = tape.gradient(z, x)
    except Exception as error:
        dzdx = type(error)
    return dwdx, dzdx

# %% second_gradient: The text of the class, "<class 'RuntimeError'>", comes back.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        dzdx = tape.gradient(z, x)
    except Exception as error:
        dzdx = str(type(error))
    return dwdx, dzdx

# %% second_gradient: A fixed wrong name: "TypeError".
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        dzdx = tape.gradient(z, x)
    except Exception:
        dzdx = "TypeError"
    return dwdx, dzdx

# %% second_gradient: "None" stands in place of the error's name.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        dzdx = tape.gradient(z, x)
    except Exception:
        dzdx = "None"
    return dwdx, dzdx

# %% second_gradient [second-other-order]: The order of the calls is wrong: first dz/dx, then dw/dx is the error.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    first = tape.gradient(z, x)
    try:
        second = tape.gradient(w, x)
    except Exception as error:
        second = type(error).__name__
    return first, second

# %% second_gradient [second-of-y]: The second gradient is dy/dx instead of dz/dx.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(y, x)
    except Exception as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient: The second gradient is dw/dx again.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(w, x)
    except Exception as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient: The second gradient is dz/dy.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(z, y)
    except Exception as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient [second-reversed]: persistent is turned around: not persistent.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=not persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(z, x)
    except Exception as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient: Both calls stand in the try: at the error the first gradient is lost too and the name stands twice.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    try:
        return tape.gradient(w, x), tape.gradient(z, x)
    except Exception as error:
        return type(error).__name__, type(error).__name__

# %% second_gradient: The name of the error comes back alone, without dw/dx.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    try:
        return tape.gradient(w, x), tape.gradient(z, x)
    except Exception as error:
        return type(error).__name__

# %% second_gradient: x is not watched: the first gradient is None.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(z, x)
    except Exception as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient: A second tape is used for dz/dx: there is never an error.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape, tf.GradientTape(persistent=persistent) as other:
        tape.watch(x)
        other.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = other.gradient(z, x)
    except Exception as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient: w = y**2 instead of z**2: dw/dx is that of x**4.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = y**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(z, x)
    except Exception as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient: The results are in the wrong order: dz/dx or the error's name first.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(z, x)
    except Exception as error:
        second = type(error).__name__
    return second, dwdx

# %% second_gradient: Only a ValueError is caught: the RuntimeError stops the function.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(z, x)
    except ValueError as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient [sign]: The sign is lost: abs(x) is used, wrong for negative x.
def second_gradient(x, persistent):
    x = tf.constant(abs(x))
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(z, x)
    except Exception as error:
        second = type(error).__name__
    return dwdx, second

# %% second_gradient: The values w and z come back instead of the derivatives.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    tape.gradient(w, x)
    try:
        tape.gradient(z, x)
        second = z
    except Exception as error:
        second = type(error).__name__
    return w, second

# %% second_gradient: The error itself comes back, not its name.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    second = None
    try:
        second = tape.gradient(z, x)
    except Exception as error:
        second = error
    return dwdx, second

# %% second_gradient: The name gets a text in front: "Error: RuntimeError".
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        z = (x**2) ** 2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        second = tape.gradient(z, x)
    except Exception as error:
        second = "Error: " + type(error).__name__
    return dwdx, second

# %% second_gradient: Always persistent and the second is dy/dx.
def second_gradient(x, persistent):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        w = (y**2) ** 2
    return tape.gradient(w, x), tape.gradient(y, x)

# %% three_gradients [three-not-persistent]: persistent=True is missing: the second gradient is an error.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients [three-reversed]: The order is wrong: dy/dx, dz/dx, dw/dx.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(y, x), tape.gradient(z, x), tape.gradient(w, x)

# %% three_gradients [three-links]: Each slope is that of one step: dw/dz, dz/dy, dy/dx.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, z), tape.gradient(z, y), tape.gradient(y, x)

# %% three_gradients: dw is derived for all three: dw/dx, dw/dy, dw/dz.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(w, y), tape.gradient(w, z)

# %% three_gradients: x is not watched: three times None.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients [three-values]: The values w, z, y come back instead of the derivatives.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return w, z, y

# %% three_gradients: Only two derivatives come back: dy/dx is missing.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x)

# %% three_gradients: w = y**2 instead of z**2.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = y**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients: z = y**3 instead of y**2.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**3
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients: All three are x**2: z and w are also computed from x.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = x**2
        w = x**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients [sum-too-many]: The gradients of an array are summed to one number each.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tuple(tf.reduce_sum(tape.gradient(each, x)) for each in (w, z, y))

# %% three_gradients [factor]: The means are derived: for arrays the derivatives are divided by the number of points.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return [g / tf.cast(tf.size(x), x.dtype) for g in (tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x))]

# %% three_gradients: Only the first entry of an array is used.
def three_gradients(x):
    x = tf.constant(np.ravel(x)[0])
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients: The sign is lost: abs of each derivative, wrong for negative x.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return [tf.abs(tape.gradient(each, x)) for each in (w, z, y)]

# %% three_gradients: The sign of x is lost before the tape: abs(x).
def three_gradients(x):
    x = tf.abs(tf.constant(x))
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients: A list as target adds the derivatives up: one sum of the three instead of three.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient([w, z, y], x)

# %% three_gradients: y is computed before the tape: the gradients are None.
def three_gradients(x):
    x = tf.constant(x)
    y = x**2
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients: The three are multiplied: dw/dx times dz/dx and so on.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x) * tape.gradient(z, x) * tape.gradient(y, x), tape.gradient(z, x) * tape.gradient(y, x), tape.gradient(y, x)

# %% three_gradients: dz/dx is replaced by dz/dy.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, y), tape.gradient(y, x)

# %% three_gradients: dy/dx is taken as 2, the second derivative.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), 2 * tf.ones_like(x)

# %% three_gradients: dw/dx and dz/dx are swapped.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(z, x), tape.gradient(w, x), tape.gradient(y, x)

# %% three_gradients: A number gets an axis: the derivatives have the shape (1,).
def three_gradients(x):
    x = tf.constant(np.atleast_1d(x))
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients: x is cast to whole numbers and back: decimals are lost.
def three_gradients(x):
    x = tf.cast(tf.cast(x, tf.int32), tf.float32)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)

# %% three_gradients: The gradients are clipped to -1000..1000: wrong for larger ones.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return [tf.clip_by_value(tape.gradient(each, x), -1000.0, 1000.0) for each in (w, z, y)]

# %% three_gradients [factor]: The gradients of an array are divided by their norm.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return [tf.linalg.normalize(tf.reshape(tape.gradient(each, x), [-1]))[0] for each in (w, z, y)]

# %% three_gradients: Order turned around, and the values of an array are summed.
def three_gradients(x):
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return [tf.reduce_sum(tape.gradient(each, x)) for each in (y, z, w)]

# %% watch_one [watch-both]: Both are watched: there is never "None".
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        tape.watch(w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one [watch-none]: Nothing is watched: always "None" twice.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one [watch-always-x]: Always x is watched: the argument watched is ignored.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: Always w is watched.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one [watch-the-other]: watched is turned around.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(w if watched == "x" else x)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: 0 stands in place of None.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return 0.0 if dydx is None else dydx, 0.0 if dzdw is None else dzdw

# %% watch_one [watch-with-zero]: unconnected_gradients='zero': zeros instead of "None".
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x, unconnected_gradients="zero"), tape.gradient(z, w, unconnected_gradients="zero")
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: persistent=True is missing: the second call of gradient is an error.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape() as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one [watch-swapped]: The results are in the wrong order: dz/dw first.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dzdw is None else dzdw, "None" if dydx is None else dydx

# %% watch_one [watch-square]: The power is 2 instead of 3.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**2
        z = w**2
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: z = w**2 instead of w**3.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**2
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: z is computed from x: z = x**3, so dz/dw is always "None".
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = x**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one [watch-both]: x and w are made variables, which the tape follows by itself: never "None".
def watch_one(x, w, watched):
    x, w = tf.Variable(x), tf.Variable(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: dy/dw is asked instead of dz/dw: always "None".
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(y, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one [sum-too-many]: The derivatives of an array are summed to one number.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else tf.reduce_sum(dydx), "None" if dzdw is None else tf.reduce_sum(dzdw)

# %% watch_one [sign]: abs(x)**3 and abs(w)**3: the derivative has the wrong sign for negative numbers.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = tf.abs(x) ** 3
        z = tf.abs(w) ** 3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: The derivative that is there is turned into a text.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return str(dydx), str(dzdw)

# %% watch_one [watch-value]: The values y and z come back instead of the derivatives.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else y, "None" if dzdw is None else z

# %% watch_one: A falsy derivative counts as None: exactly 0 gives "None".
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None or not np.any(dydx) else dydx, "None" if dzdw is None or not np.any(dzdw) else dzdw

# %% watch_one: Only the derivative that exists comes back, one result instead of two.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return dydx if dydx is not None else dzdw

# %% watch_one: The test asks for "X" with a capital: w is always watched.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "X" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: The tape watches the result y or z instead of x or w: the derivatives are "None".
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        y = x**3
        z = w**3
        tape.watch(y if watched == "x" else z)
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: The other derivative is filled in by the formula 3 * w**2 instead of "None".
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return 3 * x**2 if dydx is None else dydx, 3 * w**2 if dzdw is None else dzdw

# %% watch_one: Only the first entry of an array is used.
def watch_one(x, w, watched):
    x, w = tf.constant(np.ravel(x)[0]), tf.constant(np.ravel(w)[0])
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return "None" if dydx is None else dydx, "None" if dzdw is None else dzdw

# %% watch_one: watched turned around, and None is not made a text.
def watch_one(x, w, watched):
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(w if watched == "x" else x)
        y = x**3
        z = w**3
    dydx, dzdw = tape.gradient(y, x), tape.gradient(z, w)
    return dydx, dzdw

# %% variable_gradient [variable-always-watched]: The argument is ignored: the default watches always.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape() as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: The argument is always False: always "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient [variable-reversed]: The argument is turned around.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=not watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient [variable-as-constant]: w is a constant: always "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.constant(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient [variable-always-watched]: watch is called, though the text forbids it: never "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        tape.watch(w)
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient [variable-always-watched]: watch_accessed_variables is given in the place of persistent: the variable is always watched.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: 0 stands in place of "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return 0.0 if g is None else g

# %% variable_gradient [variable-with-zero]: unconnected_gradients='zero': zeros instead of "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w, unconnected_gradients="zero")
    return "None" if g is None else g

# %% variable_gradient [variable-square]: The power is 2: 2 * w.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**2
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: The power is 4.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**4
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient [variable-value]: z comes back instead of its derivative.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else z

# %% variable_gradient: The variable is not trainable: always "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w, trainable=False)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: z is computed from the value w.numpy(): always "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = tf.constant(w.numpy() ** 3)
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: z is computed before the tape: always "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    z = w**3
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        pass
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient [sum-too-many]: The derivatives of an array are summed to one number.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else tf.reduce_sum(g)

# %% variable_gradient [factor]: The derivative of the mean: for arrays divided by the number of points.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = tf.reduce_mean(w**3)
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient [sign]: abs(w) is used: the sign is wrong for negative w.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = tf.abs(w) ** 3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: A derivative of exactly 0 counts as None.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None or not np.any(g) else g

# %% variable_gradient: Only the first entry of an array is used.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(np.ravel(w)[0])
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: gradient is asked with the sources in a list: a list with one entry comes back, [None] instead of "None".
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, [w])
    return "None" if g is None else g

# %% variable_gradient: The factor 3 is divided out: w**2.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3 / 3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: The result gets an axis in front: (1, points), and (1, 1) for a number.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(np.reshape(w, (1, -1)))
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% variable_gradient: The derivative comes back as a text.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return str(g)

# %% variable_gradient [variable-second]: The second derivative is given: 6 * w.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    g = None if g is None else 6 * w
    return "None" if g is None else g

# %% variable_gradient: The derivative is clipped to at most 100.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    g = tape.gradient(z, w)
    return "None" if g is None else tf.minimum(g, 100)

# %% variable_gradient: The argument is turned around and the power is 2.
def variable_gradient(w, watch_accessed_variables):
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=not watch_accessed_variables) as tape:
        z = w**2
    g = tape.gradient(z, w)
    return "None" if g is None else g

# %% fit [fit-uphill]: The step goes up: assign_add.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_add(eta * dW)
        b.assign_add(eta * db)
    return W.numpy(), b.numpy()

# %% fit [fit-with-sum]: The sum instead of the mean.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_sum((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit [fit-with-half]: Half the mean squared error.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2) / 2
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: The mean absolute error.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean(tf.abs(x * W + b - y))
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: The root of the mean squared error.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.sqrt(tf.reduce_mean((x * W + b - y) ** 2))
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit [fit-without-b]: b is not updated.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
    return W.numpy(), b.numpy()

# %% fit [fit-without-W]: W is not updated.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit [fit-without-eta]: The learning rate is forgotten.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(dW)
        b.assign_sub(db)
    return W.numpy(), b.numpy()

# %% fit: The learning rate is forgotten for b.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(db)
    return W.numpy(), b.numpy()

# %% fit [fit-a-further-step]: One step too many.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps + 1):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: One step too few.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(1, steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: The slopes are swapped: dW moves b and db moves W.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * db)
        b.assign_sub(eta * dW)
    return W.numpy(), b.numpy()

# %% fit: W and b are set back to zero: the starting values are ignored.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(0.0 * W, dtype=tf.float32), tf.Variable(0.0 * b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit [fit-one-after-the-other]: The slope for b comes from the new W: W is updated before a second tape gives db.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        W.assign_sub(eta * tape.gradient(e, W))
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        b.assign_sub(eta * tape.gradient(e, b))
    return W.numpy(), b.numpy()

# %% fit: The slope for W comes from the new b: b is updated first.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        b.assign_sub(eta * tape.gradient(e, b))
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        W.assign_sub(eta * tape.gradient(e, W))
    return W.numpy(), b.numpy()

# %% fit [fit-one-step]: The return stands in the loop: only one step is made (None for 0 steps).
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
        return W.numpy(), b.numpy()

# %% fit: At most 100 steps are made.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(min(steps, 100)):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: It stops early when the cost is below 0.01.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        if e < 0.01:
            break
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: The learning rate is capped at 0.1.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(min(eta, 0.1) * dW)
        b.assign_sub(min(eta, 0.1) * db)
    return W.numpy(), b.numpy()

# %% fit: The slopes are clipped to -1..1.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * tf.clip_by_value(dW, -1.0, 1.0))
        b.assign_sub(eta * tf.clip_by_value(db, -1.0, 1.0))
    return W.numpy(), b.numpy()

# %% fit [fit-swapped]: The results are in the wrong order: b, W.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return b.numpy(), W.numpy()

# %% fit: The bias is left out of the estimate: its slope is None and the update stops.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: The estimate goes through a ReLU.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((tf.nn.relu(x * W + b) - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: Only the first sample is used.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x[:1] * W + b - y[:1]) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: One step for each sample instead of one for all: stochastic descent.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in [(i,) for _ in range(steps) for i in range(len(x))]:
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x[_[0]] * W + b - y[_[0]]) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: np.mean inside the tape: TensorFlow does not see it and gradient stops with an error.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = np.mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: W and b are constants that nobody watches: the slopes are None and the step stops.
def fit(x, y, W, b, eta, steps):
    W, b = tf.constant(W, dtype=tf.float32), tf.constant(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W, b = W - eta * dW, b - eta * db
    return W.numpy(), b.numpy()

# %% fit: x and y become whole numbers: decimals are lost.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = np.asarray(x).astype(int).astype('float32'), np.asarray(y).astype(int).astype('float32')
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy(), b.numpy()

# %% fit: The result has two axes: (1, 1).
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W.numpy().reshape(1, 1), b.numpy().reshape(1, 1)

# %% fit: The learning rate is halved in every step after the first.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
        eta = eta / 2
    return W.numpy(), b.numpy()

# %% fit: Adam's kind of step: only the sign of the slopes is used.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_mean((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_sub(eta * tf.sign(dW))
        b.assign_sub(eta * tf.sign(db))
    return W.numpy(), b.numpy()

# %% fit: Upwards, and with the sum instead of the mean.
def fit(x, y, W, b, eta, steps):
    W, b = tf.Variable(W, dtype=tf.float32), tf.Variable(b, dtype=tf.float32)
    x, y = tf.constant(x, dtype=tf.float32), tf.constant(y, dtype=tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            e = tf.reduce_sum((x * W + b - y) ** 2)
        dW, db = tape.gradient(e, [W, b])
        W.assign_add(eta * dW)
        b.assign_add(eta * db)
    return W.numpy(), b.numpy()
