# The slopes of the penalty are given to the biases, too; the training with them is right, given that answer.
# deserves 21 of 24, loses l2_gradients (slopes-with-biases)

# %% nbgrader={"grade_id": "l2_gradients"}
def l2_gradients(grads, params, lam):
    return {name: grads[name] + 2 * lam * params[name] for name in grads}
