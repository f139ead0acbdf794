# %% distinct_units [biases-left-out]: The biases are ignored.
def distinct_units(W, b):
    nodes = np.asarray(W)
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units [names-exchanged]: The weights are ignored: only different biases are counted.
def distinct_units(W, b):
    nodes = np.reshape(b, (1, -1))
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units [transpose-missing]: The rows are counted, not the columns.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return len(np.unique(nodes, axis=0))

# %% distinct_units [numbers-counted]: All different numbers are counted.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return len(np.unique(nodes))

# %% distinct_units [all-nodes]: The number of nodes is returned.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return len(nodes.T)

# %% distinct_units: The equal nodes are counted: nodes minus different ones.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return nodes.shape[1] - len(np.unique(nodes, axis=1).T)

# %% distinct_units [transpose-missing]: The shape of unique along the rows is taken: the number of weights + 1.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return len(np.unique(nodes, axis=1))

# %% distinct_units [sums-compared]: The sums of the columns are compared: columns with the same sum in another order count as the same.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return len(np.unique(nodes.sum(axis=0)))

# %% distinct_units: The biases are added to the weights: W + b.
def distinct_units(W, b):
    nodes = W + b
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units [order-lost]: The columns are sorted first: the same numbers in another order count as the same.
def distinct_units(W, b):
    nodes = np.sort(np.vstack([W, b]), axis=0)
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units [rounded]: The weights are rounded to whole numbers first: nodes with 0.1 and 0.2 count as the same.
def distinct_units(W, b):
    nodes = np.round(np.vstack([W, b]))
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units [rounded]: Decimals are cut off by astype(int).
def distinct_units(W, b):
    nodes = np.vstack([W, b]).astype(int)
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units [unit-signs-lost]: The signs are lost by np.abs: 1 and -1 count as the same.
def distinct_units(W, b):
    nodes = np.abs(np.vstack([W, b]))
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units: Only the first row of weights is compared.
def distinct_units(W, b):
    nodes = np.vstack([W[:1], b])
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units: Only the last row of weights and the bias are compared.
def distinct_units(W, b):
    nodes = np.vstack([W[-1:], b])
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units: Two nodes are the same if weights or biases agree: the smaller of both counts.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return min(len(np.unique(W, axis=1).T), len(np.unique(b)))

# %% distinct_units: The product of the numbers of different weight columns and biases.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return len(np.unique(W, axis=1).T) * len(np.unique(b))

# %% distinct_units: The larger of the two counts, columns and biases.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return max(len(np.unique(W, axis=1).T), len(np.unique(b)))

# %% distinct_units: One less: the first node does not count.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return len(np.unique(nodes, axis=1).T) - 1

# %% distinct_units: The result is an array of one number, shape (1, 1).
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return np.array([[len(np.unique(nodes, axis=1).T)]])

# %% distinct_units: The different columns are returned, not their number.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return np.unique(nodes, axis=1)

# %% distinct_units: Nodes which are nearly the same (3 decimals) count as the same.
def distinct_units(W, b):
    nodes = np.round(np.vstack([W, b]), 3)
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units: The rank of the matrix: multiples count as the same, and it is never larger than the number of inputs + 1.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return int(np.linalg.matrix_rank(nodes))

# %% distinct_units: The nodes are scaled to length 1: multiples of each other count as the same.
def distinct_units(W, b):
    nodes = np.vstack([W, b]) / np.sqrt(np.sum(np.vstack([W, b]) ** 2.0, axis=0) + 1e-12)
    nodes = nodes.round(9)
    return len(np.unique(nodes, axis=1).T)

# %% distinct_units [neighbours-compared]: Only neighbouring columns are compared: equal nodes that do not stand side by side count twice.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return 1 + sum(bool(np.any(nodes[:, i] != nodes[:, i - 1])) for i in range(1, nodes.shape[1]))

# %% distinct_units: Only the first column is compared with all others.
def distinct_units(W, b):
    nodes = np.vstack([W, b])
    return 1 + sum(bool(np.any(nodes[:, i] != nodes[:, 0])) for i in range(1, nodes.shape[1]))

# %% distinct_units [without-twins]: Nodes that have an equal one are not counted at all: only those that come once.
def distinct_units(W, b):
    nodes, counts = np.unique(np.vstack([W, b]), axis=1, return_counts=True)
    return int(np.sum(counts == 1))

# %% distinct_units: The biases are written over the last row of W in place: W that comes in is changed and a row is lost.
def distinct_units(W, b):
    W[-1] = W[-1] + b[0]
    return len(np.unique(W, axis=1).T)

# %% predicted_spread [k-without-root]: k is outside of the root.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(k * np.sqrt(np.asarray(fan_ins)) * stds)

# %% predicted_spread [k-missing]: k is left out.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(np.asarray(fan_ins)) * stds)

# %% predicted_spread [sqrt-left-out]: The root is missing: the factor of the squares with sigma not squared.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod((k * np.asarray(fan_ins)) * stds)

# %% predicted_spread [std-under-the-root]: sigma is under the root too.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(k * np.asarray(fan_ins) * stds))

# %% predicted_spread [squares-followed]: The mean of the squares: k fan_in sigma^2, no root at all.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(k * np.asarray(fan_ins) * np.asarray(stds) ** 2)

# %% predicted_spread [start-missing]: The start is left out.
def predicted_spread(start, fan_ins, stds, k):
    return np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds)

# %% predicted_spread [factors-alone]: The factors are not multiplied up: each layer from the start alone.
def predicted_spread(start, fan_ins, stds, k):
    return start * (np.sqrt(k * np.asarray(fan_ins)) * stds)

# %% predicted_spread [factors-added]: The factors are added up in place of multiplied.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumsum(np.sqrt(k * np.asarray(fan_ins)) * stds)

# %% predicted_spread [last-layer-only]: Only the spread after the last layer: np.prod.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.prod(np.sqrt(k * np.asarray(fan_ins)) * stds)

# %% predicted_spread [start-told-too]: The start is in front: (layers + 1,).
def predicted_spread(start, fan_ins, stds, k):
    return start * np.append(1.0, np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds))

# %% predicted_spread: The start in front, the last layer cut off.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.append(1.0, np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds)[:-1])

# %% predicted_spread [divided]: Divided by sigma.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(k * np.asarray(fan_ins)) / stds)

# %% predicted_spread [divided-by-fan-in]: The root of the fan_in divides.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(stds / np.sqrt(k * np.asarray(fan_ins)))

# %% predicted_spread: k divides under the root.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(np.asarray(fan_ins) / k) * stds)

# %% predicted_spread [k-without-root]: k is squared under the root.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(k**2 * np.asarray(fan_ins)) * stds)

# %% predicted_spread: k only counts once, at the end, and not in each layer.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.sqrt(k) * np.cumprod(np.sqrt(np.asarray(fan_ins)) * stds)

# %% predicted_spread: k is fixed at 0.5.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(0.5 * np.asarray(fan_ins)) * stds)

# %% predicted_spread: k is fixed at 1 in the last layer, as if it had no activation.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(np.where(np.arange(len(fan_ins)) < len(fan_ins) - 1, k, 1) * np.asarray(fan_ins)) * stds)

# %% predicted_spread: The start is under the root: sqrt(start).
def predicted_spread(start, fan_ins, stds, k):
    return np.sqrt(start) * np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds)

# %% predicted_spread: The start is multiplied in every layer.
def predicted_spread(start, fan_ins, stds, k):
    return np.cumprod(start * np.sqrt(k * np.asarray(fan_ins)) * stds)

# %% predicted_spread [only-first-row]: All layers use the first layer's fan_in.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(k * np.asarray(fan_ins)[0]) * stds)

# %% predicted_spread [only-first-row]: All layers use the first layer's sigma.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds[0])

# %% predicted_spread [bounded]: The spreads are cut at 1 as tanh would do.
def predicted_spread(start, fan_ins, stds, k):
    return np.minimum(start * np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds), 1)

# %% predicted_spread: The result has the shape (layers, 1).
def predicted_spread(start, fan_ins, stds, k):
    return (start * np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds)).reshape(-1, 1)

# %% predicted_spread: The layers are taken in the reversed order.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds)[::-1]

# %% predicted_spread: The spreads are returned squared.
def predicted_spread(start, fan_ins, stds, k):
    return (start * np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds)) ** 2

# %% predicted_spread: Only two layers.
def predicted_spread(start, fan_ins, stds, k):
    return start * np.cumprod(np.sqrt(k * np.asarray(fan_ins)) * stds)[:2]

# %% predicted_spread [cut-like-an-argument]: The buffer np.zeros_like(fan_ins) is of whole numbers: the decimals are cut off.
def predicted_spread(start, fan_ins, stds, k):
    result = np.zeros_like(fan_ins)
    for i in range(len(fan_ins)):
        start = start * np.sqrt(k * fan_ins[i]) * stds[i]
        result[i] = start
    return result

# %% predicted_spread: The stds are changed in place with *=: the array that comes in is changed.
def predicted_spread(start, fan_ins, stds, k):
    stds *= np.sqrt(k * np.asarray(fan_ins))
    return start * np.cumprod(stds)

# %% predicted_spread: The fan_in of the next layer is used: off by one, the last is used twice.
def predicted_spread(start, fan_ins, stds, k):
    fans = np.append(fan_ins[1:], fan_ins[-1])
    return start * np.cumprod(np.sqrt(k * fans) * stds)

# %% predicted_spread: The root of k fan_in is cut to a whole number by int(): right only for squares.
def predicted_spread(start, fan_ins, stds, k):
    spread, result = start, []
    for fan_in, std in zip(fan_ins, stds):
        spread = spread * int(np.sqrt(k * fan_in)) * std
        result.append(spread)
    return np.array(result)

# %% steady_std [steady-upside-down]: The root is returned, not one over it.
def steady_std(fan_in, k):
    return np.sqrt(k * fan_in)

# %% steady_std [steady-without-k]: k is left out.
def steady_std(fan_in, k):
    return 1 / np.sqrt(fan_in)

# %% steady_std [steady-k-without-root]: k is outside of the root.
def steady_std(fan_in, k):
    return 1 / (k * np.sqrt(fan_in))

# %% steady_std [steady-k-above]: k divides fan_in.
def steady_std(fan_in, k):
    return 1 / np.sqrt(fan_in / k)

# %% steady_std [steady-k-above]: k is above the fraction under the root: sqrt(k / fan_in).
def steady_std(fan_in, k):
    return np.sqrt(k / fan_in)

# %% steady_std [steady-for-relu]: He's formula whatever k is.
def steady_std(fan_in, k):
    return 1 / np.sqrt(0.5 * fan_in)

# %% steady_std: 2 in place of 1/k outside: 2 / sqrt(fan_in).
def steady_std(fan_in, k):
    return 2 / np.sqrt(fan_in)

# %% steady_std [variance-of-weights]: The square of sigma is returned.
def steady_std(fan_in, k):
    return 1 / np.sqrt(k * fan_in) ** 2

# %% steady_std [steady-k-without-root]: k is squared.
def steady_std(fan_in, k):
    return 1 / np.sqrt(k**2 * fan_in)

# %% steady_std: fan_in is squared under the root.
def steady_std(fan_in, k):
    return 1 / np.sqrt(k * fan_in**2)

# %% steady_std [added]: Sum in place of the product under the root.
def steady_std(fan_in, k):
    return 1 / np.sqrt(k + fan_in)

# %% steady_std: k multiplies the fraction.
def steady_std(fan_in, k):
    return k / np.sqrt(fan_in)

# %% steady_std: The cube root.
def steady_std(fan_in, k):
    return 1 / np.cbrt(k * fan_in)

# %% steady_std [factor]: The root of 3 for uniform numbers is in.
def steady_std(fan_in, k):
    return np.sqrt(3) / np.sqrt(k * fan_in)

# %% steady_std: The root of k is above the fraction and fan_in has no root.
def steady_std(fan_in, k):
    return np.sqrt(k) / fan_in

# %% steady_std: 1 is added to fan_in for the bias.
def steady_std(fan_in, k):
    return 1 / np.sqrt(k * (fan_in + 1))

# %% steady_std: fan_in - 1 is used.
def steady_std(fan_in, k):
    return 1 / np.sqrt(k * max(fan_in - 1, 0.5))

# %% steady_std [bounded]: The result is at most 1: wrong for fan_in k below 1.
def steady_std(fan_in, k):
    return min(1 / np.sqrt(k * fan_in), 1)

# %% steady_std [rounded]: The result is rounded to two decimals.
def steady_std(fan_in, k):
    return round(1 / np.sqrt(k * fan_in), 2)

# %% steady_std: The root of k fan_in is cut to a whole number.
def steady_std(fan_in, k):
    return 1 / max(int(np.sqrt(k * fan_in)), 1)

# %% steady_std: k fan_in is cut to a whole number before the root.
def steady_std(fan_in, k):
    return 1 / np.sqrt(max(int(k * fan_in), 1))

# %% steady_std: Minus: 1 - sqrt(k fan_in).
def steady_std(fan_in, k):
    return 1 - np.sqrt(k * fan_in)

# %% steady_std [steady-of-the-example]: The text's example is given for all: 0.1 for k = 1, else He.
def steady_std(fan_in, k):
    return 0.1 if k == 1 else 1 / np.sqrt(k * fan_in)

# %% steady_std: The result has the shape (1, 1).
def steady_std(fan_in, k):
    return np.array([[1 / np.sqrt(k * fan_in)]])

# %% steady_std: Natural logarithm in place of the root.
def steady_std(fan_in, k):
    return 1 / np.log(k * fan_in + 1)

# %% initial_weights [xavier-and-he-swapped]: He and Xavier are swapped.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "he": np.sqrt(2 / (fan_in + fan_out)),
        "xavier": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [he-of-fan-out]: He uses fan_out.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_out),
    }
    return stds[kind] * numbers

# %% initial_weights [he-without-2]: He without the 2: sqrt(1 / fan_in).
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(1 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [sqrt-left-out]: He without the root: 2 / fan_in.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": 2 / fan_in,
    }
    return stds[kind] * numbers

# %% initial_weights: He with the 2 outside of the root.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": 2 / np.sqrt(fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights: He's root is of the half: sqrt(1 / (2 fan_in)).
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(0.5 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [xavier-of-fan-in]: Xavier with fan_in only.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(1 / fan_in),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [xavier-without-2]: Xavier with 1 over the sum: the mean's factor 2 is missing.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(1 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [sqrt-left-out]: Xavier without the root.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": 2 / (fan_in + fan_out),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [xavier-with-6]: Xavier with 6: the limit of the uniform numbers.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(6 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [xavier-bracket-missing]: Xavier without brackets: 2 / fan_in + fan_out.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / fan_in + fan_out),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights: Xavier with k = 1/2: 4 over the sum.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(4 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights: Xavier with the product of fan_in and fan_out (geometric mean).
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(1 / np.sqrt(fan_in * fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [names-exchanged]: Xavier with fan_out only.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(1 / fan_out),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [small-too-large]: small has 0.1.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.1,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights: small has 0.0001: 0.01 is squared.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01**2,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights: large has 10.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 10,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [unchanged]: zeros gives ones.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 1,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers

# %% initial_weights [numbers-shifted]: The standard deviation is added, not multiplied.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] + numbers

# %% initial_weights: Divided by the standard deviation (zeros: by 1).
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return numbers / (stds[kind] or 1)

# %% initial_weights: The numbers are ignored: all weights are sigma.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return np.full((fan_in, fan_out), stds[kind])

# %% initial_weights: New random numbers are drawn, the given ones are ignored.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * np.random.normal(size=(fan_in, fan_out))

# %% initial_weights [he-of-fan-out]: The sizes come from numbers transposed: fan_in and fan_out are swapped for He.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / numbers.shape[1]),
    }
    return stds[kind] * numbers

# %% initial_weights: zeros is one number 0, not a matrix.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    if kind == "zeros":
        return 0.0
    return stds[kind] * numbers

# %% initial_weights [transposed]: zeros has the shape (fan_out, fan_in).
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    if kind == "zeros":
        return np.zeros((fan_out, fan_in))
    return stds[kind] * numbers

# %% initial_weights [transposed]: The weights are transposed: (fan_out, fan_in).
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return (stds[kind] * numbers).T

# %% initial_weights: The numbers are clipped to -1 to 1: large ones are cut.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * np.clip(numbers, -1, 1)

# %% initial_weights: The numbers are normalized by their own standard deviation.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers / (np.std(numbers) + 1e-9)

# %% initial_weights: The mean of the numbers is subtracted.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * (numbers - np.mean(numbers))

# %% initial_weights [sign-lost]: The signs are lost: np.abs.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * np.abs(numbers)

# %% initial_weights [only-several]: The result is squeezed: (fan_in, 1) and (1, fan_out) lose an axis.
def initial_weights(kind, fan_in, fan_out, numbers):
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return np.squeeze(stds[kind] * numbers)

# %% initial_weights: numbers is changed in place with *=: the array that comes in is changed.
def initial_weights(kind, fan_in, fan_out, numbers):
    std = {"zeros": 0.0, "small": 0.01, "large": 1.0}.get(kind)
    if kind == "xavier":
        std = np.sqrt(2 / (fan_in + fan_out))
    if kind == "he":
        std = np.sqrt(2 / fan_in)
    numbers *= std
    return numbers

# %% initial_weights: "large" has no case of its own and falls through to He.
def initial_weights(kind, fan_in, fan_out, numbers):
    if kind == "zeros":
        return np.zeros((fan_in, fan_out))
    if kind == "small":
        return 0.01 * numbers
    if kind == "xavier":
        return numbers * np.sqrt(2 / (fan_in + fan_out))
    return numbers * np.sqrt(2 / fan_in)

# %% initial_weights [zeros]: Whole-number division // in He and Xavier: the square of sigma is 0 for larger layers.
def initial_weights(kind, fan_in, fan_out, numbers):
    if kind == "zeros":
        return np.zeros((fan_in, fan_out))
    if kind == "xavier":
        return numbers * np.sqrt(2 // (fan_in + fan_out))
    if kind == "he":
        return numbers * np.sqrt(2 // fan_in)
    return numbers * (0.01 if kind == "small" else 1)

# %% xavier_uniform [limit-with-2]: L is Xavier's sigma: the root of 3 is missing.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(2 / (fan_in + fan_out))
    return (2 * numbers - 1) * limit

# %% xavier_uniform [factor]: L is sigma divided by the root of 3.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(2 / (fan_in + fan_out) / 3)
    return (2 * numbers - 1) * limit

# %% xavier_uniform [factor]: 3 in place of 6.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(3 / (fan_in + fan_out))
    return (2 * numbers - 1) * limit

# %% xavier_uniform [factor]: L is 3 sigma.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = 3 * np.sqrt(2 / (fan_in + fan_out))
    return (2 * numbers - 1) * limit

# %% xavier_uniform [limit-without-root]: The root is missing.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = 6 / (fan_in + fan_out)
    return (2 * numbers - 1) * limit

# %% xavier_uniform [from-zero]: The numbers are not shifted: 0 to L.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return numbers * limit

# %% xavier_uniform [factor-missing]: Shifted by 1 but not doubled: -L to 0.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return (numbers - 1) * limit

# %% xavier_uniform [half-as-wide]: Shifted by a half but not doubled: -L/2 to L/2.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return (numbers - 0.5) * limit

# %% xavier_uniform [upside-down]: Turned round: 0 becomes L, 1 becomes -L.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return (1 - 2 * numbers) * limit

# %% xavier_uniform: The brackets are missing: 2 u - 1 L.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return 2 * numbers - 1 * limit

# %% xavier_uniform [one-subtracted]: 2 u L - 1: the shift is not scaled.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return 2 * numbers * limit - 1

# %% xavier_uniform: fan_in only, twice.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_in))
    return (2 * numbers - 1) * limit

# %% xavier_uniform [names-exchanged]: fan_out only, twice.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_out + fan_out))
    return (2 * numbers - 1) * limit

# %% xavier_uniform: The product of the fans.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in * fan_out))
    return (2 * numbers - 1) * limit

# %% xavier_uniform [limit-of-fan-in]: He's form: sqrt(6 / fan_in).
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / fan_in)
    return (2 * numbers - 1) * limit

# %% xavier_uniform: Brackets are missing: 6 / fan_in + fan_out.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / fan_in + fan_out)
    return (2 * numbers - 1) * limit

# %% xavier_uniform [factor-missing]: L is 1 always, as in the example.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = 1.0
    return (2 * numbers - 1) * limit

# %% xavier_uniform [factor]: The limit is 12: the variance of the whole width.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(12 / (fan_in + fan_out))
    return (2 * numbers - 1) * limit

# %% xavier_uniform [rounded]: The sign only: every weight is -L or L.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return np.where(numbers < 0.5, -1, 1) * limit

# %% xavier_uniform: Mapped by the largest and the smallest of the numbers: right only if 0 and 1 are among them.
def xavier_uniform(fan_in, fan_out, numbers):
    numbers = (numbers - np.min(numbers)) / (np.max(numbers) - np.min(numbers))
    limit = np.sqrt(6 / (fan_in + fan_out))
    return (2 * numbers - 1) * limit

# %% xavier_uniform: New random numbers, the given ones are ignored.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return np.random.uniform(-1, 1, (fan_in, fan_out)) * limit

# %% xavier_uniform: The mean of the numbers is subtracted in place of 1/2.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return 2 * (numbers - np.mean(numbers)) * limit

# %% xavier_uniform [transposed]: The result is transposed.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return ((2 * numbers - 1) * limit).T

# %% xavier_uniform [axis-squeezed]: The result is squeezed: (n, 1) and (1, n) lose an axis.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return np.squeeze((2 * numbers - 1) * limit)

# %% xavier_uniform: L is at most 1: wrong for small layers with fan_in + fan_out below 6.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = min(np.sqrt(6 / (fan_in + fan_out)), 1)
    return (2 * numbers - 1) * limit

# %% xavier_uniform [rounded]: The numbers are cut to whole ones: all weights are -L except for u = 1.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return (2 * np.asarray(numbers).astype(int) - 1) * limit

# %% xavier_uniform: A curve, not a straight line: u squared.
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return (2 * numbers**2 - 1) * limit

# %% xavier_uniform [zeros]: Whole-number division in L: 6 // (fan_in + fan_out).
def xavier_uniform(fan_in, fan_out, numbers):
    limit = np.sqrt(6 // (fan_in + fan_out))
    return (2 * numbers - 1) * limit

# %% xavier_uniform: numbers is changed in place: the array that comes in is changed.
def xavier_uniform(fan_in, fan_out, numbers):
    numbers *= 2
    numbers -= 1
    return numbers * np.sqrt(6 / (fan_in + fan_out))

# %% xavier_uniform [only-decimals]: The buffer np.zeros_like(numbers) makes whole numbers where numbers holds whole 0 and 1.
def xavier_uniform(fan_in, fan_out, numbers):
    result = np.zeros_like(numbers)
    result[:] = (2 * numbers - 1) * np.sqrt(6 / (fan_in + fan_out))
    return result

# %% forward_all [with-inputs]: X is in the list too.
def forward_all(X, weights, activation):
    outputs = [X]
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all [one-layer-behind]: X is in the list and the last layer is missing.
def forward_all(X, weights, activation):
    outputs = [X]
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs[:-1]

# %% forward_all [sums-stored]: The weighted sums are returned, not the outputs.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(Z)
    return outputs

# %% forward_all [activation-missing]: No activation at all.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = Z
        outputs.append(A)
    return outputs

# %% forward_all [last-without-activation]: The last layer has no activation.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    outputs[-1] = Z
    return outputs

# %% forward_all [always-tanh]: Always tanh: activation is ignored.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z)
        outputs.append(A)
    return outputs

# %% forward_all [always-relu]: Always ReLU: activation is ignored.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all [cases-exchanged]: tanh and relu are swapped.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "relu" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all: Each layer gets X, not the outputs before: right only for the first layer.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = X @ W if X.shape[1] == len(W) else A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all: The next layer gets the sums, not the outputs.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = (A if A is X else Z) @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all [outputs-reversed]: The order of the list is reversed.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs[::-1]

# %% forward_all [last-outputs-only]: Only the last layer's outputs are returned.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs[-1]

# %% forward_all [only-first-row]: Only the first layer's outputs: the return stands in the loop.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
        return outputs

# %% forward_all [sigmoid-for-tanh]: Sigmoid in place of tanh.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = 1 / (1 + np.exp(-Z)) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all: The slope of ReLU in place of ReLU: 0 and 1.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else (Z > 0).astype(float)
        outputs.append(A)
    return outputs

# %% forward_all: The slope of tanh in place of tanh.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = 1 - np.tanh(Z) ** 2 if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all [minimum-for-maximum]: ReLU with min in place of max.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.minimum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all: ReLU is cut at 1 too.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.clip(Z, 0, 1)
        outputs.append(A)
    return outputs

# %% forward_all [relu-as-size]: abs in place of ReLU.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.abs(Z)
        outputs.append(A)
    return outputs

# %% forward_all: Leaky ReLU: 0.01 z below 0.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.where(Z > 0, Z, 0.01 * Z)
        outputs.append(A)
    return outputs

# %% forward_all: The activation is applied to the inputs before the weights.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        A = (np.tanh(A) if activation == "tanh" else np.maximum(A, 0)) @ W
        outputs.append(A)
    return outputs

# %% forward_all: The first layer's weights come last: the list is used reversed where the shapes allow it.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in (weights[::-1] if all(len(V) == len(V.T) for V in weights) else weights):
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all: The weights are transposed where they are square.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ (W.T if len(W) == len(W.T) else W)
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all [cut-like-an-argument]: The outputs are cut to whole numbers where X is whole.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A.astype(X.dtype))
    return outputs

# %% forward_all [axis-squeezed]: The outputs are squeezed: one row or one node loses an axis.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(np.squeeze(A))
    return outputs

# %% forward_all: At most two layers.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights[:2]:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all: One layer too few.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights[:-1]:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all: The mean of the batch is subtracted from the outputs.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        A = A - A.mean(axis=0)
        outputs.append(A)
    return outputs

# %% forward_all: tanh of the double sum (2 sigmoid - 1 without the half).
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(2 * Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs

# %% forward_all: relu is applied by the sum of the row: rows with a negative sum get 0.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        Z = A @ W
        A = np.tanh(Z) if activation == "tanh" else Z * (Z.sum(axis=1, keepdims=True) > 0)
        outputs.append(A)
    return outputs

# %% forward_all: One buffer is reused for all layers of the same shape: all entries of the list are the same array.
def forward_all(X, weights, activation):
    A = np.array(X, dtype=float)
    outputs = []
    for W in weights:
        Z = A @ W
        Z = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        if Z.shape == A.shape:
            A[:] = Z
        else:
            A = Z
        outputs.append(A)
    return outputs

# %% forward_all: The outputs are joined to one list of rows: extend in place of append.
def forward_all(X, weights, activation):
    outputs = []
    A = X
    for W in weights:
        A = np.tanh(A @ W) if activation == "tanh" else np.maximum(A @ W, 0)
        outputs.extend(A)
    return outputs

# %% spreads [std-in-place]: The standard deviation: the mean is subtracted.
def spreads(arrays):
    return np.array([np.std(A) for A in arrays])

# %% spreads [spreads-without-root]: The root is missing: the mean of squares.
def spreads(arrays):
    return np.array([np.mean(np.asarray(A, dtype=float) ** 2) for A in arrays])

# %% spreads [spreads-of-sums]: The sum in place of the mean: the length of the vector.
def spreads(arrays):
    return np.array([np.sqrt(np.sum(np.asarray(A, dtype=float) ** 2)) for A in arrays])

# %% spreads [mean-size]: The mean of the absolute values.
def spreads(arrays):
    return np.array([np.mean(np.abs(A)) for A in arrays])

# %% spreads [mean-squared]: The square of the mean, not the mean of the square: |mean|.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(A) ** 2) for A in arrays])

# %% spreads: The square is missing: root of the mean of absolute values.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.abs(A))) for A in arrays])

# %% spreads [divided-by-one-less]: Divided by n - 1.
def spreads(arrays):
    return np.array([np.sqrt(np.sum(np.asarray(A, dtype=float) ** 2) / max(np.size(A) - 1, 1)) for A in arrays])

# %% spreads [divided-by-rows]: Divided by the rows in place of all entries.
def spreads(arrays):
    return np.array([np.sqrt(np.sum(np.asarray(A, dtype=float) ** 2) / len(A)) for A in arrays])

# %% spreads: Divided by the columns in place of all entries.
def spreads(arrays):
    return np.array([np.sqrt(np.sum(np.asarray(A, dtype=float) ** 2) / np.shape(A)[-1]) for A in arrays])

# %% spreads: The mean goes over the rows' spreads, not over all entries: mean of roots.
def spreads(arrays):
    return np.array([np.mean(np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2, axis=0))) for A in arrays])

# %% spreads: The spread of each row's mean.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.mean(A, axis=-1) ** 2)) for A in arrays])

# %% spreads: The largest absolute value.
def spreads(arrays):
    return np.array([np.max(np.abs(A)) for A in arrays])

# %% spreads: Only the last array's spread: one number.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2)) for A in arrays][-1])

# %% spreads: The first array is left out.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2)) for A in arrays[1:]])

# %% spreads: The mean of all spreads: one number.
def spreads(arrays):
    return np.mean([np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2)) for A in arrays])

# %% spreads: The shape is (layers, 1).
def spreads(arrays):
    return np.array([[np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2))] for A in arrays])

# %% spreads [rounded]: The spreads are cut to whole numbers.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2)) for A in arrays]).astype(int)

# %% spreads: Only the positive entries are counted.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.asarray(A)[np.asarray(A) > 0] ** 2.0)) for A in arrays])

# %% spreads: Only the entries that are not 0 are counted.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.asarray(A)[np.asarray(A) != 0] ** 2.0)) for A in arrays])

# %% spreads: Only the first row of each array is used.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.asarray(A, dtype=float)[0] ** 2)) for A in arrays])

# %% spreads [rounded]: Rounded to two decimals: small spreads become 0.
def spreads(arrays):
    return np.round([np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2)) for A in arrays], 2)

# %% spreads: 1e-8 is added under the root: spreads like 1e-10 are wrong.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2) + 1e-8) for A in arrays])

# %% spreads: The spreads relative to the first one.
def spreads(arrays):
    s = np.array([np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2)) for A in arrays])
    return s / s[0]

# %% spreads: The median of the squares.
def spreads(arrays):
    return np.array([np.sqrt(np.median(np.asarray(A, dtype=float) ** 2)) for A in arrays])

# %% spreads [order-reversed]: The order is reversed.
def spreads(arrays):
    return np.array([np.sqrt(np.mean(np.asarray(A, dtype=float) ** 2)) for A in arrays[::-1]])

# %% spreads: The arrays are squared in place with *=: the arrays that come in are changed.
def spreads(arrays):
    result = []
    for A in arrays:
        A *= A
        result.append(np.sqrt(np.mean(A)))
    return np.array(result)

# %% spreads: np.empty with the dtype of the first array: whole numbers where it is whole.
def spreads(arrays):
    result = np.zeros(len(arrays), dtype=arrays[0].dtype)
    for i, A in enumerate(arrays):
        result[i] = np.sqrt(np.mean(A**2))
    return result

# %% spreads: The squares are added up over the layers: total is never set back to 0.
def spreads(arrays):
    total, result = 0, []
    for A in arrays:
        total = total + np.mean(A**2)
        result.append(np.sqrt(total))
    return np.array(result)

# %% xavier_with_relu [squares]: The root is missing: (1/2)^10, the factor of the mean of squares.
xavier_with_relu = 0.5**10

# %% xavier_with_relu [one-layer]: One layer only: sqrt(1/2).
xavier_with_relu = np.sqrt(0.5)

# %% xavier_with_relu [keeps]: 1: as if Xavier kept the spread with ReLU too.
xavier_with_relu = 1

# %% xavier_with_relu [upside-down]: The other way round: it grows, 2^5.
xavier_with_relu = 2**5

# %% xavier_with_relu [times-ten]: Ten factors are added: 10 sqrt(1/2).
xavier_with_relu = 10 * np.sqrt(0.5)

# %% xavier_with_relu: Nine layers: sqrt(1/2)^9.
xavier_with_relu = np.sqrt(0.5) ** 9

# %% xavier_with_relu [half-a-layer]: One layer, no root: 0.5.
xavier_with_relu = 0.5

# %% xavier_with_relu: Eleven layers.
xavier_with_relu = 0.5**5.5

# %% xavier_with_relu: Rounded to 0.03: a value that is 4 % off.
xavier_with_relu = 0.03

# %% xavier_with_relu: The ten is divided: 0.5 / 10.
xavier_with_relu = 0.5 / 10

# %% backward_all [deltas-reversed]: The order is reversed: the last layer comes first.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas

# %% backward_all [last-slope-missing]: The last layer's slope is missing: the last delta is G.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * 1.0 if i == len(weights) - 1 else back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [slopes-missing]: No slopes at all.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * 1.0
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: The weights are not those of the next layer but of this one (off by one), where the shapes allow it.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        V = weights[i - 1]
        back = D @ (V.T if V.shape == weights[i].shape else weights[i].T)
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: The weights are not transposed where they are square.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ (weights[i] if len(weights[i]) == len(weights[i].T) else weights[i].T)
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [tanh-slope-without-square]: The slope of tanh is 1 - A, without the square.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: The slope of tanh is A^2 - 1: the sign.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (A**2 - 1 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [deltas-tanh-twice]: The slope of tanh is worked out as 1 - tanh(A)^2, though A is the output.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - np.tanh(A) ** 2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [deltas-sigmoid-slope]: The slope of a sigmoid: A (1 - A).
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (A * (1 - A) if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [relu-outputs-for-slopes]: The slope of ReLU is A itself.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else np.maximum(A, 0))
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [relu-passes-at-zero]: The slope of ReLU is 1 at 0 too: A >= 0, which is always true.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A >= 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: The slope of ReLU is turned round: 1 where A is 0.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A <= 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [always-tanh-slope]: Always the slope of tanh: activation is ignored.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [always-relu-slope]: Always the slope of ReLU: activation is ignored.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [cases-exchanged]: tanh and relu are swapped.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "relu" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: What goes back is G times the weights, without this layer's slope.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = back @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [only-one-row]: Divided by the number of rows.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G / len(G)
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [only-one-row]: Divided by the number of rows in each layer.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T / len(G)
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [sign-of-argument]: The sign of the deltas is wrong.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = -G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all [before-the-slopes]: The derivatives with respect to the outputs are returned, not the deltas.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        deltas.append(back)
        back = D @ weights[i].T
    return deltas[::-1]

# %% backward_all: Only the last two layers.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[:2][::-1]

# %% backward_all: The first layer's delta is missing.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[:-1][::-1]

# %% backward_all: Only the first layer's delta is returned.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[-1]

# %% backward_all: The derivative with respect to X is in front.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return [back, *deltas[::-1]]

# %% backward_all [bounded]: The deltas are clipped to -1 to 1.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(np.clip(D, -1, 1))
    return deltas[::-1]

# %% backward_all: The deltas are clipped on their way back.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = np.clip(D @ weights[i].T, -1, 1)
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: The sum over the batch is returned: (1, nodes).
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D.sum(axis=0, keepdims=True))
    return deltas[::-1]

# %% backward_all [cut-like-an-argument]: Whole numbers: the deltas get the dtype of G.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D.astype(G.dtype))
    return deltas[::-1]

# %% backward_all [axis-squeezed]: The deltas are squeezed: one row or one node loses an axis.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(np.squeeze(D))
    return deltas[::-1]

# %% backward_all: The slope is that of the layer above where the shapes allow it.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[min(i + 1, len(outputs) - 1)]
        A = A if A.shape == outputs[i].shape else outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: The slope of tanh is squared, and that of ReLU is 1 only above 0.5.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0.5) ** 2
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: The gradient of the slopes is taken for a leaky ReLU: 0.01 below 0.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else np.where(A > 0, 1, 0.01))
        back = D @ weights[i].T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: The weights are multiplied by the slope of ReLU at the weights: negative weights let nothing through.
def backward_all(G, outputs, weights, activation):
    deltas = []
    back = G
    for i in reversed(range(len(weights))):
        A = outputs[i]
        D = back * (1 - A**2 if activation == "tanh" else A > 0)
        back = D @ np.maximum(weights[i], 0).T
        deltas.append(D)
    return deltas[::-1]

# %% backward_all: G is changed in place with *=: the array that comes in is changed.
def backward_all(G, outputs, weights, activation):
    deltas = [None] * len(weights)
    for i in reversed(range(len(weights))):
        G *= 1 - outputs[i] ** 2 if activation == "tanh" else outputs[i] > 0
        deltas[i] = G
        G = G @ weights[i].T
    return deltas

# %% backward_all: The outputs are changed in place: they are overwritten by the slopes.
def backward_all(G, outputs, weights, activation):
    deltas = [None] * len(weights)
    for i in reversed(range(len(weights))):
        A = outputs[i]
        A[:] = 1 - A**2 if activation == "tanh" else A > 0
        deltas[i] = G * A
        G = deltas[i] @ weights[i].T
    return deltas
