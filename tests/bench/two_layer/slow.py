# Everything is right, and written with loops over numbers; a cell of the student's own trains ten times as long.

# %% nbgrader={"grade_id": "forward"}
def forward(I, WH, BH, WO, BO):
    def layer(inputs, weights, biases):
        outputs = np.zeros((len(inputs), weights.shape[1]))
        for row in range(len(inputs)):
            for node in range(weights.shape[1]):
                total = np.ravel(biases)[node]
                for k in range(weights.shape[0]):
                    total += inputs[row, k] * weights[k, node]
                outputs[row, node] = total
        return outputs

    H = layer(I, WH, BH)
    return H, layer(H, WO, BO)


# %% nbgrader={"grade_id": "gradients"}
def gradients(I, H, Ob, Hb):
    def weights(inputs, deltas):
        product = np.zeros((inputs.shape[1], deltas.shape[1]))
        for row in range(len(inputs)):
            for i in range(inputs.shape[1]):
                for j in range(deltas.shape[1]):
                    product[i, j] += inputs[row, i] * deltas[row, j]
        return product

    return weights(I, Hb), Hb.sum(axis=0), weights(H, Ob), Ob.sum(axis=0)


# %%
train(I, T, WH0, BH0, WO0, BO0, 0.1, 2000, "sigmoid")
