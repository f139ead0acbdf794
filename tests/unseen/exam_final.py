# %% gate_weights: All zeros: the same answer in all rows.
gate_weights = (0, 0, 0)

# %% gate_weights: Only the bias: always 1.
gate_weights = (0, 0, 1)

# %% gate_weights: Only the bias -1: always 0.
gate_weights = (0, 0, -1)

# %% gate_weights: Only x1 counts.
gate_weights = (1, 0, 0) if step_at_zero == 0 else (1, 0, -1)

# %% gate_weights [names-exchanged]: Only x2 counts.
gate_weights = (0, 1, 0) if step_at_zero == 0 else (0, 1, -1)

# %% gate_weights: The negation of x1.
gate_weights = (-1, 0, 1) if step_at_zero == 0 else (-1, 0, 0)

# %% gate_weights: The negation of x2.
gate_weights = (0, -1, 1) if step_at_zero == 0 else (0, -1, 0)

# %% graph_slope [one-way-only]: The direct way of a is forgotten: 2 d q.
d = a * q + a - r
graph_slope = 2 * d * q

# %% graph_slope [other-way-only]: Only the direct way: 2 d.
d = a * q + a - r
graph_slope = 2 * d

# %% graph_slope [factor-2-missing]: The 2 is forgotten.
d = a * q + a - r
graph_slope = d * (q + 1)

# %% graph_slope [sign]: The sign is turned.
d = a * q + a - r
graph_slope = -2 * d * (q + 1)

# %% graph_slope: a in place of q: 2 d (a + 1).
d = a * q + a - r
graph_slope = 2 * d * (a + 1)

# %% graph_slope [slope-of-b]: The slope of q, 2 d a.
d = a * q + a - r
graph_slope = 2 * d * a

# %% graph_slope [sign-exchanged]: q - 1 in place of q + 1.
d = a * q + a - r
graph_slope = 2 * d * (q - 1)

# %% graph_slope [sign-exchanged]: r is added in d.
graph_slope = 2 * (a * q + a + r) * (q + 1)

# %% graph_slope: The error, not its slope.
d = a * q + a - r
graph_slope = d**2

# %% w_after_1 [sum-for-mean]: The sum and not the mean.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_1 = w_start - etas[0] * np.sum(2 * gap * x)

# %% w_after_1 [factor-2-missing]: The 2 is forgotten.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_1 = w_start - etas[0] * np.mean(gap * x)

# %% w_after_1 [uphill]: Uphill.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_1 = w_start + etas[0] * np.mean(2 * gap * x)

# %% w_after_1 [without-b]: b is forgotten.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_1 = w_start - etas[0] * np.mean(2 * (gap - b_fixed) * x)

# %% w_after_1 [without-x]: x is forgotten in the slope.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_1 = w_start - etas[0] * np.mean(2 * gap)

# %% w_after_1 [wrong-index]: The second learning rate.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_1 = w_start - etas[1] * np.mean(2 * gap * x)

# %% w_after_1 [slope-itself]: The slope, not the new w.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_1 = np.mean(2 * gap * x)

# %% w_after_1 [term-missing]: Only the step.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_1 = -etas[0] * np.mean(2 * gap * x)

# %% w_after_2 [first-eta]: The first learning rate again.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_after_1 * x + b_fixed - y
w_after_2 = w_after_1 - etas[0] * np.mean(2 * gap * x)

# %% w_after_2 [old-slope]: The gradient of the start again.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
w_after_2 = w_after_1 - etas[1] * np.mean(2 * gap * x)

# %% w_after_2 [from-the-start]: The second step begins at the start again.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_after_1 * x + b_fixed - y
w_after_2 = w_start - etas[1] * np.mean(2 * gap * x)

# %% w_after_2 [factor-2-missing]: The 2 is forgotten.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_after_1 * x + b_fixed - y
w_after_2 = w_after_1 - etas[1] * np.mean(gap * x)

# %% w_after_2 [sum-for-mean]: The sum and not the mean.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_after_1 * x + b_fixed - y
w_after_2 = w_after_1 - etas[1] * np.sum(2 * gap * x)

# %% w_after_2 [uphill]: Uphill.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_after_1 * x + b_fixed - y
w_after_2 = w_after_1 + etas[1] * np.mean(2 * gap * x)

# %% w_after_2 [factor-missing]: x is forgotten.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_after_1 * x + b_fixed - y
w_after_2 = w_after_1 - etas[1] * np.mean(2 * gap)

# %% w_after_2: b is trained as well and moved in the first step.
x, y = np.array(xs, dtype=float), np.array(ys, dtype=float)
gap = w_start * x + b_fixed - y
b1 = b_fixed - etas[0] * np.mean(2 * gap)
w_after_2 = w_after_1 - etas[1] * np.mean(2 * (w_after_1 * x + b1 - y) * x)

# %% p_true [next-class]: The probability of another class.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
p_true = p[(k + 1) % 3]

# %% p_true [without-exp]: The logit over the sum of the logits.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
p_true = logits[k] / sum(logits)

# %% p_true [divisor-missing]: The exponential, not divided by the sum.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
p_true = e[k]

# %% p_true [sigmoid]: The sigmoid of the logit.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
p_true = 1 / (1 + np.exp(-logits[k]))

# %% p_true [cross-entropy]: The error -ln p.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
p_true = -np.log(p[k])

# %% p_true: 1 - p.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
p_true = 1 - p[k]

# %% p_true: The logits' signs are turned.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
f = np.exp(-np.array(logits, dtype=float))
p_true = f[k] / f.sum()

# %% p_true [divided-by-the-others]: The sum of the other exponentials below the line.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
p_true = e[k] / (e.sum() - e[k])

# %% p_true: Powers of 2 and not of e.
e = np.exp(np.array(logits, dtype=float))
p = e / e.sum()
k = int(np.argmax(one_hot))
f = 2.0 ** np.array(logits, dtype=float)
p_true = f[k] / f.sum()

# %% v_slope [sign-reversed]: The sign is turned: (1 - p) h.
v_slope = (1 - p_true) * h_last

# %% v_slope [target-missing]: p h: the target is forgotten.
v_slope = p_true * h_last

# %% v_slope [without-h]: h is forgotten.
v_slope = p_true - 1

# %% v_slope [softmax-taken-twice]: The slope of the sigmoid comes in.
v_slope = (p_true - 1) * p_true * (1 - p_true) * h_last

# %% v_slope [slope-in-p]: -1 / p times h: the slope of the logarithm only.
v_slope = -1 / p_true * h_last

# %% v_slope: Divided by the three classes.
v_slope = (p_true - 1) * h_last / 3

# %% v_slope: Twice as large.
v_slope = 2 * (p_true - 1) * h_last

# %% v_slope: p (1 - p) h: the slope of the probability.
v_slope = p_true * (1 - p_true) * h_last

# %% adam_m [shares-exchanged]: The two parts are exchanged.
adam_m = (1 - beta_1) * m_before + beta_1 * slope_now

# %% adam_m [added-whole]: 1 - beta_1 is forgotten.
adam_m = beta_1 * m_before + slope_now

# %% adam_m: beta_2.
adam_m = beta_2 * m_before + (1 - beta_2) * slope_now

# %% adam_m: The slope is squared.
adam_m = beta_1 * m_before + (1 - beta_1) * slope_now**2

# %% adam_m [corrected]: The correction is put in already.
adam_m = (beta_1 * m_before + (1 - beta_1) * slope_now) / (1 - beta_1**step_number)

# %% adam_m [sign-of-the-slope]: A minus.
adam_m = beta_1 * m_before - (1 - beta_1) * slope_now

# %% adam_m [old-one-forgotten]: m starts at 0.
adam_m = (1 - beta_1) * slope_now

# %% adam_m: v in place of m.
adam_m = beta_1 * v_before + (1 - beta_1) * slope_now

# %% adam_v [not-squared]: The slope is not squared.
adam_v = beta_2 * v_before + (1 - beta_2) * slope_now

# %% adam_v [with-beta-1]: beta_1.
adam_v = beta_1 * v_before + (1 - beta_1) * slope_now**2

# %% adam_v [shares-exchanged]: The two parts are exchanged.
adam_v = (1 - beta_2) * v_before + beta_2 * slope_now**2

# %% adam_v [added-whole]: 1 - beta_2 is forgotten.
adam_v = beta_2 * v_before + slope_now**2

# %% adam_v [corrected]: The correction is put in already.
adam_v = (beta_2 * v_before + (1 - beta_2) * slope_now**2) / (1 - beta_2**step_number)

# %% adam_v: The root is taken.
adam_v = (beta_2 * v_before + (1 - beta_2) * slope_now**2) ** 0.5

# %% adam_v: v is squared before.
adam_v = beta_2 * v_before**2 + (1 - beta_2) * slope_now**2

# %% adam_v: The new m is squared and not the slope.
adam_v = beta_2 * v_before + (1 - beta_2) * adam_m**2

# %% adam_w [not-corrected]: No correction at all.
m_hat = adam_m
v_hat = adam_v
adam_w = w_before - alpha * m_hat / np.sqrt(v_hat)

# %% adam_w [only-v-corrected]: m is not corrected.
m_hat = adam_m
v_hat = adam_v / (1 - beta_2**step_number)
adam_w = w_before - alpha * m_hat / np.sqrt(v_hat)

# %% adam_w [only-m-corrected]: v is not corrected.
m_hat = adam_m / (1 - beta_1**step_number)
v_hat = adam_v
adam_w = w_before - alpha * m_hat / np.sqrt(v_hat)

# %% adam_w [without-root]: The root is forgotten.
m_hat = adam_m / (1 - beta_1**step_number)
v_hat = adam_v / (1 - beta_2**step_number)
adam_w = w_before - alpha * m_hat / v_hat

# %% adam_w [uphill]: Uphill.
m_hat = adam_m / (1 - beta_1**step_number)
v_hat = adam_v / (1 - beta_2**step_number)
adam_w = w_before + alpha * m_hat / np.sqrt(v_hat)

# %% adam_w [t-one-more]: The step number is one too large: t + 1.
m_hat = adam_m / (1 - beta_1**(step_number + 1))
v_hat = adam_v / (1 - beta_2**(step_number + 1))
adam_w = w_before - alpha * m_hat / np.sqrt(v_hat)

# %% adam_w [t-missing]: The power t is forgotten: 1 - beta.
m_hat = adam_m / (1 - beta_1)
v_hat = adam_v / (1 - beta_2)
adam_w = w_before - alpha * m_hat / np.sqrt(v_hat)

# %% adam_w: Multiplied by the corrections.
m_hat = adam_m * (1 - beta_1**step_number)
v_hat = adam_v * (1 - beta_2**step_number)
adam_w = w_before - alpha * m_hat / np.sqrt(v_hat)

# %% adam_w: The slope and not m is divided.
m_hat = adam_m / (1 - beta_1**step_number)
v_hat = adam_v / (1 - beta_2**step_number)
adam_w = w_before - alpha * slope_now / np.sqrt(v_hat)

# %% adam_w [without-alpha]: alpha is forgotten.
m_hat = adam_m / (1 - beta_1**step_number)
v_hat = adam_v / (1 - beta_2**step_number)
adam_w = w_before - m_hat / np.sqrt(v_hat)

# %% adam_w: The betas are exchanged in the corrections.
m_hat = adam_m / (1 - beta_2**step_number)
v_hat = adam_v / (1 - beta_1**step_number)
adam_w = w_before - alpha * m_hat / np.sqrt(v_hat)

# %% adam_w: The averages from before the step.
m_hat = m_before / (1 - beta_1**step_number)
v_hat = v_before / (1 - beta_2**step_number)
adam_w = w_before - alpha * m_hat / np.sqrt(v_hat)

# %% softmax_loss [overflow]: The largest logit is not taken off: overflow, NaN for large logits.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [overflow]: The largest logit of the whole batch is taken off: rows far below it give log of 0.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max()
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [overflow wrong-axis]: The largest of each column (class) is taken off: wrong and not finite for large logits.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=0, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [logarithm-of-zero]: log of the probabilities: 0 times -inf, or inf where a probability is 0.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    p = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    log_p = np.log(p)
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [epsilon-in-the-logarithm]: log(p + 1e-7): the error stays near 16 for large logits.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    p = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    log_p = np.log(p + 1e-7)
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss: The logits are clipped to -50 to 50.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float).clip(-50, 50)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss: The probabilities are clipped to 1e-12: the error is at most 27.6.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    log_p = np.maximum(log_p, np.log(1e-12))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [mean-and-sum-exchanged]: Mean and sum are exchanged.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule != "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [mean-twice]: Mean over batch and classes, or divided by the classes.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    n = n * Z.shape[1]
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [slopes-of-another-error]: The slopes are those of the other rule: not divided for a mean, divided for a sum.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) * n / len(Z)

# %% softmax_loss [mean-twice]: The error is that of the other rule.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) * n / len(Z), (np.exp(log_p) - T) / n

# %% softmax_loss [slopes-reversed]: The sign of the slopes is turned.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (T - np.exp(log_p)) / n

# %% softmax_loss [error-without-minus]: The sign of the error is turned.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [term-missing]: The target is not taken off: the slopes are the probabilities.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p)) / n

# %% softmax_loss [slopes-by-the-probabilities]: The slopes with respect to the probabilities: -T / p.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (-T / np.exp(log_p)) / n

# %% softmax_loss [slopes-with-sigmoid-derivative]: The slopes are multiplied by p (1 - p) once more.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) * np.exp(log_p) * (1 - np.exp(log_p)) / n

# %% softmax_loss [wrong-axis]: The softmax goes over the batch and not over the classes.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=0, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [axis-missing]: The softmax sums over the whole batch.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum())
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [axis-lost]: keepdims is missing: the sums belong to the columns; fails or is wrong for square Z.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss: The binary cross-entropy of all classes in the error.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p + (1 - T) * np.log(1 - np.exp(log_p) + 1e-15)) / n, (np.exp(log_p) - T) / n

# %% softmax_loss: The sigmoid in place of softmax.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = -np.logaddexp(0, -Z)
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss: The squared error of the probabilities.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return 0.5 * np.sum((np.exp(log_p) - T) ** 2) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [sum-missing]: One error for each row.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p, axis=1) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [values-exchanged]: Error and slopes are exchanged.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return (np.exp(log_p) - T) / n, -np.sum(T * log_p) / n

# %% softmax_loss [sum-too-many]: The slopes are summed over the batch: (classes,).
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T).sum(axis=0) / n

# %% softmax_loss [axis-squeezed]: np.squeeze drops the axis of a single row.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, np.squeeze((np.exp(log_p) - T) / n)

# %% softmax_loss: Z is changed in place: the largest of each row is taken off in the caller's array.
def softmax_loss(Z, T):
    Z -= Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss: The logits are divided by their largest: large numbers, but other probabilities.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z / np.abs(Z).max(axis=1, keepdims=True).clip(1)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss [rounded]: The logits are turned to whole numbers.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=int)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss: NaN and infinity are replaced by 0 by nan_to_num: finite, but wrong for large logits.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    n = len(Z) if batch_rule == "mean" else 1
    log_p = np.nan_to_num(log_p, posinf=0.0, neginf=0.0)
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% softmax_loss: float32 with 1e-7 below the line: the error is wrong for large logits, and divided by the classes.
def softmax_loss(Z, T):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = np.log(np.exp(Z) / (np.exp(Z).sum(axis=1, keepdims=True) + 1e-7) + 1e-7) / Z.shape[1]
    n = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_p) / n, (np.exp(log_p) - T) / n

# %% backward [batch-mean-missing]: The mean over the batch is missing.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [targets-first]: The sign is turned: T - O.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (T - O) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [factor-2-too-many]: A factor 2: the half is forgotten.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = 2 * (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [half]: Divided by 2 batch.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / (2 * len(X))
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [divided-by-all-entries]: Divided by all entries of T: right for one output.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / T.size
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: Divided by the outputs and not by the rows.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / T.shape[1]
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [activation-slope-missing]: The slope of the activation is forgotten.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [factor-missing]: The value of the activation in place of its slope.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * H
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: The slope is taken at the sums without the bias b1.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, _ = phi(Z)
    _, slope = phi(X @ W1)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: The activation also at the output.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O, _ = phi(H @ W2 + b2)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: The slope of the activation also in the output delta.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X) * phi(O)[1]
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: No activation: a linear network.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = Z, 1.0
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [another-activation]: Another activation: tanh becomes sigmoid, the others tanh.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = 1 / (1 + np.exp(-Z)) if activation == "tanh" else np.tanh(Z)
    slope = H * (1 - H) if activation == "tanh" else 1 - H**2
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [mean-twice]: The gradient of b1 is a mean.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.mean(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [mean-twice]: The gradient of b2 is a mean.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.mean(axis=0)

# %% backward: Bias gradients keep an axis.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0, keepdims=True), H.T @ dO, dO.sum(axis=0, keepdims=True)

# %% backward: The bias gradients are sums over everything.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(), H.T @ dO, dO.sum()

# %% backward: The bias gradients are sums over the nodes of each row (axis 1).
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=1), H.T @ dO, dO.sum(axis=1)

# %% backward [term-missing]: b1 is forgotten in the forward pass.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [term-missing]: b2 is forgotten in the forward pass.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [sums-for-outputs]: Z stands for H in the gradient of W2.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), Z.T @ dO, dO.sum(axis=0)

# %% backward [transposed]: The gradient of W1 is transposed.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return dZ.T @ X, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [transposed]: The gradient of W2 is transposed.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), dO.T @ H, dO.sum(axis=0)

# %% backward: The order W1, W2, b1, b2.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, H.T @ dO, dZ.sum(axis=0), dO.sum(axis=0)

# %% backward [output-layer-first]: The output layer comes first.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return H.T @ dO, dO.sum(axis=0), X.T @ dZ, dZ.sum(axis=0)

# %% backward [mean-twice]: The mean is taken twice in the hidden layer.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope / len(X)
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: The deltas are clipped to -1 to 1.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    dO = np.clip(dO, -1, 1)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [updated-weights-go-back]: W2 is moved in place before the way back.
def phi(Z):
    """The value of the activation and its slope."""
    if activation == "relu":
        return np.maximum(Z, 0), (Z > 0) * 1.0
    if activation == "tanh":
        H = np.tanh(Z)
        return H, 1 - H**2
    if activation == "sigmoid":
        H = 1 / (1 + np.exp(-Z))
        return H, H * (1 - H)
    return np.logaddexp(0, Z), 1 / (1 + np.exp(-Z))  # softplus


def backward(X, T, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H, slope = phi(Z)
    O = H @ W2 + b2
    dO = (O - T) / len(X)
    W2 -= 0.1 * H.T @ dO
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: A tape that derives the mean over rows and outputs, without the half.
def backward(X, T, W1, b1, W2, b2):
    variables = [tf.Variable(each, dtype=tf.float64) for each in (W1, b1, W2, b2)]
    f = {"relu": tf.nn.relu, "tanh": tf.tanh, "sigmoid": tf.sigmoid}.get(activation, tf.nn.softplus)
    with tf.GradientTape() as tape:
        O = f(tf.constant(X, tf.float64) @ variables[0] + variables[1]) @ variables[2] + variables[3]
        E = tf.reduce_mean((O - T) ** 2)
    return [each.numpy() for each in tape.gradient(E, variables)]

# %% run_dense [bias-left-out]: The bias is forgotten.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [sign-exchanged]: The bias is subtracted.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W - self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [cases-exchanged]: W is taken in the other shape: fails, or is wrong for square W.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W.T if weights_as == "(inputs, outputs)" else self.W
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W.T if weights_as == "(inputs, outputs)" else self.W
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [comparison-reversed]: Only on the way back W is transposed the wrong way.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [dW-transposed]: dW is kept transposed.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW.T if weights_as == "(inputs, outputs)" else dW
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [mean-twice]: db is a mean.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.mean(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [mean-twice]: dW is divided by the batch.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY / len(dY)
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [divided-by-the-rows]: dW and db are divided by the batch.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY / len(dY)
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.mean(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: db keeps an axis, (1, outputs).
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0, keepdims=True)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [axis-missing]: db is one number.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum()
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [db-not-summed]: db is not summed: (batch, outputs).
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [slopes-add-up]: The slopes add up over the calls.
class Dense:
    def __init__(self, W, b):
        self.W, self.b, self.dW, self.db = W, b, 0, 0  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = self.dW + (dW if weights_as == "(inputs, outputs)" else dW.T)
        self.db = self.db + dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [first-inputs-kept]: X of the first forward is kept, not that of the last.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        if not hasattr(self, "X"):
            self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [inputs-shared]: X is kept in the class: the other layer's forward overwrites it.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        Dense.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [inputs-shared]: X is kept in a global name: the other layer's forward overwrites it.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        global last_X
        last_X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = last_X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: dW and db are kept in the class: the other layer's backward overwrites them.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        Dense.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        Dense.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: The outputs stand for the inputs in dW; wrong shape where inputs and outputs differ.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        self.X = X @ W + self.b
        return self.X

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [sign]: The signs of dW and db are turned.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = -self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = -dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [dX-reversed]: The sign of dX is turned.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return -dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: W is moved by the slopes in backward.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        self.W = self.W - 0.1 * self.dW
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: W and b are moved in place at the end of backward: the caller's arrays change.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        dX = dY @ W.T
        self.W -= 0.1 * self.dW
        self.b -= 0.1 * self.db
        return dX



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: backward returns dW and not dX.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return self.dW



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [mean-twice]: dX is divided by the batch.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T / len(dY)



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: ReLU on the outputs.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return np.maximum(0, X @ W + self.b)

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: dX times the inputs.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T * self.X



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: dX is 0 where the input is below 0, as after ReLU.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T * (self.X > 0)



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense [only-several]: np.squeeze on the outputs drops axes.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return np.squeeze(X @ W + self.b)

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: Only the first row counts in dW.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X[:1].T @ dY[:1]
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_dense: forward keeps a running sum of the inputs.
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        self.X = getattr(self, "X", 0) + X
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return X @ W + self.b

    def backward(self, dY):
        dW = self.X.T @ dY
        self.dW = dW if weights_as == "(inputs, outputs)" else dW.T
        self.db = dY.sum(axis=0)
        W = self.W if weights_as == "(inputs, outputs)" else self.W.T
        return dY @ W.T



def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db

# %% run_optimizer [steps-go-uphill]: Uphill: the step is taken off.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] - step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [memory-lost]: The memory is not kept: each step begins at 0.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: One memory for all arrays.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get("all", 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory["all"] = np.mean(new)
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [state-kept]: The memory is kept in the class: the next optimizer goes on with it.
class Optimizer:
    memory = {}

    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: rho is ignored: 0.9; AdaGrad forgets with 0.9.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = 0.9 * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = 0.9 * old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = 0.9 * old + (1 - 0.9) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: lr is ignored: 0.01.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - 0.01 * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -0.01 * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -0.01 * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [memory-lost]: Plain gradient descent, whatever the rule is.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] - self.lr * g



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [only-the-first-array]: Only W is updated.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in ["W"]:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: Only b is updated.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in ["b"]:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [line-left-out one-step-late]: The old memory is used in the step: with momentum the last v, with the others h of before (g^2 in the first step).
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = old + 0 * g
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(np.where(np.asarray(old) == 0, g**2, old))
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(np.where(np.asarray(old) == 0, g**2, old))
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: rho and 1 - rho are exchanged, and AdaGrad weighs the old h with 1 - rho.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = (1 - self.rho) * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = (1 - self.rho) * old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = (1 - self.rho) * old + self.rho * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [shares-of-another-rule]: The formulas of AdaGrad and RMSProp are exchanged; momentum gets the factor 1 - rho.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - (1 - self.rho) * self.lr * g
                step = new
            elif rule == "RMSProp":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [rate-applied-twice]: The root is forgotten, or the momentum's learning rate is multiplied with the whole v.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = self.lr * new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / new
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / new
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The slope is not squared in the memory, its size stands there; with momentum the size, too.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * np.abs(g)
                step = new
            elif rule == "AdaGrad":
                new = old + np.abs(g)
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * np.abs(g)
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The memory of an array is one number, the mean over its entries.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = np.mean(new)
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The rule is applied with the mean of the slopes of each array.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = np.full(slopes[name].shape, np.mean(slopes[name]))
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [line-left-out]: params gets new names for the result: the dict of the caller's arrays is not changed.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        params = dict(params)
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The slopes are clipped to -1 to 1 first.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = np.clip(slopes[name], -1, 1)
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The signs of the slopes are lost: absolute values.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = np.abs(slopes[name])
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The learning rate shrinks with the number of the step.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        self.count = getattr(self, "count", 0) + 1
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr / self.count * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr / self.count * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr / self.count * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The step is made twice.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + 2 * step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [number-off]: Memory starts at 1 and not at 0.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 1.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The memory starts at the first slope (momentum) or at its square.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, g if rule == "momentum" else g**2)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The step is also decayed: params times 0.99.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = 0.99 * params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [steps-go-uphill]: The sign of the step is turned in the rule: rho v + lr g, or plus lr g / sqrt(h).
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old + self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The memory is reset to 0 after every second step.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        self.count = getattr(self, "count", 0) + 1
        if self.count % 2 == 1:
            self.memory = {}
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The names are swapped: W uses the memory of b; fails where the shapes do not fit.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get({"W": "b", "b": "W"}[name], 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: The bias correction of Adam is applied to the memory, which no rule here has.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            self.memory[name] = new
            self.count = getattr(self, "count", {})
            self.count[name] = self.count.get(name, 0) + 1
            step = step / (1 - self.rho ** self.count[name])
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer [line-left-out]: The first step is left out: only the memory is filled.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / np.sqrt(new)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(new)
            first = name not in self.memory
            self.memory[name] = new
            if not first:
                params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% run_optimizer: 0.1 is added below the line (or to v): no small number any more.
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        for name in params:
            g = slopes[name]
            old = self.memory.get(name, 0.0)
            if rule == "momentum":
                new = self.rho * old - self.lr * g
                step = new + 0.1
            elif rule == "AdaGrad":
                new = old + g**2
                step = -self.lr * g / (np.sqrt(new) + 0.1)
            else:
                new = self.rho * old + (1 - self.rho) * g**2
                step = -self.lr * g / (np.sqrt(new) + 0.1)
            self.memory[name] = new
            params[name] = params[name] + step



def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)

# %% loss_slopes: The first derivative is taken outside the outer tape: the second one is None.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
    first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), second

# %% loss_slopes [first-derivative-twice]: The second derivative is the first one again.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), first.numpy()

# %% loss_slopes [first-derivative-squared]: The second derivative is the square of the first.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), first.numpy() ** 2

# %% loss_slopes [second-derivative-first]: The two are exchanged.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return second.numpy(), first.numpy()

# %% loss_slopes: The value and the first derivative.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return E.numpy(), first.numpy()

# %% loss_slopes [derivatives-of-the-mean]: The mean loss is derived: divided by the batch.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = tf.reduce_mean(loss(h, y))
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), second.numpy()

# %% loss_slopes [derivative-by-the-target]: The derivative with respect to y.
def loss_slopes(h, y):
    h0 = tf.constant(h, dtype=tf.float64)
    h = tf.Variable(y, dtype=tf.float64)
    y = h0
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(y, h)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), second.numpy()

# %% loss_slopes [derivative-by-the-target]: The sign of the first is turned.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return -first.numpy(), second.numpy()

# %% loss_slopes [sign]: The sign of the second is turned.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), -second.numpy()

# %% loss_slopes: watch is forgotten for a constant: None.
def loss_slopes(h, y):
    h = tf.constant(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = None
    return first, second

# %% loss_slopes [sum-too-many]: The first derivatives are summed to one number.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return np.sum(first.numpy()), second.numpy()

# %% loss_slopes [sum-too-many]: The second derivatives are summed to one number.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), np.sum(second.numpy())

# %% loss_slopes [sum-missing]: The Hessian as a matrix, (batch, batch).
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), np.diag(second.numpy())

# %% loss_slopes: The derivative of the summed first derivative squared.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first**2, h)
    return first.numpy(), second.numpy()

# %% loss_slopes: The second derivative is multiplied by the first: (first^2)' / 2.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), first.numpy() * second.numpy()

# %% loss_slopes: The inner tape derives the square of the loss.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y) ** 2
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), second.numpy()

# %% loss_slopes: The targets are ignored: loss(h, 0).
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, 0 * y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), second.numpy()

# %% loss_slopes: Whole numbers: h is cut.
def loss_slopes(h, y):
    h = tf.Variable(np.array(h).astype(int), dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), second.numpy()

# %% loss_slopes: Only the first entry.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy()[:1], second.numpy()[:1]

# %% loss_slopes: The results are clipped to -0.5 to 0.5.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return np.clip(first.numpy(), -0.5, 0.5), np.clip(second.numpy(), -0.5, 0.5)

# %% loss_slopes: The results have an extra axis, (1, batch).
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy()[None], second.numpy()[None]

# %% loss_slopes: The second derivative loses its sign: abs().
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return abs(first.numpy()), abs(second.numpy())

# %% loss_slopes: A central difference with the step 0.5 for the second derivative: not exact.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), ((loss(h + 0.5, y) - 2 * E + loss(h - 0.5, y)) / 0.25).numpy()

# %% loss_slopes [factor]: Each entry is divided by the largest.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy() / np.abs(first.numpy()).max(), second.numpy() / np.abs(second.numpy()).max()

# %% loss_slopes [half]: The second derivative is halved, as in the Taylor series.
def loss_slopes(h, y):
    h = tf.Variable(h, dtype=tf.float64)
    y = tf.constant(y, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    second = outer.gradient(first, h)
    return first.numpy(), second.numpy() / 2

# %% loss_slopes: The formula of the squared error: 2 (h - y) and 2.
def loss_slopes(h, y):
    return 2 * (np.array(h) - y), np.full(np.shape(h), 2.0)

# %% loss_slopes: The slope of log-cosh whatever the loss is; where it is log-cosh, the second is tanh squared.
def loss_slopes(h, y):
    t = np.tanh(np.array(h) - y)
    return t, t**2
