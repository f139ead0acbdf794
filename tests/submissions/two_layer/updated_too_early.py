# Both training loops update WO before the hidden error is computed with it.
# deserves 33 of 40, loses linear_training (script-updates-too-early) train (updated-too-early)

# %% nbgrader={"grade_id": "linear_training"}
WH, BH, WO, BO = WH0.copy(), BH0.copy(), WO0.copy(), BO0.copy()
for epoch in range(epochs):
    H, O = forward(I, WH, BH, WO, BO)
    Ob = output_delta(O, T)
    WO = WO - lr * H.T @ Ob
    BO = BO - lr * Ob.sum(axis=0, keepdims=True)
    Hb = hidden_delta(Ob, WO)
    WH = WH - lr * I.T @ Hb
    BH = BH - lr * Hb.sum(axis=0, keepdims=True)

# %% nbgrader={"grade_id": "train"}
def train(I, T, WH, BH, WO, BO, lr, epochs, activation):
    for _ in range(epochs):
        H = activate(I @ WH + BH, activation)
        O = activate(H @ WO + BO, activation)
        Ob = activate_backward(output_delta(O, T), O, activation)
        WO = WO - lr * (H.T @ Ob)
        BO = BO - lr * Ob.sum(axis=0, keepdims=True)
        Hb = activate_backward(hidden_delta(Ob, WO), H, activation)
        WH = WH - lr * (I.T @ Hb)
        BH = BH - lr * Hb.sum(axis=0, keepdims=True)
    return O, WH, BH, WO, BO
