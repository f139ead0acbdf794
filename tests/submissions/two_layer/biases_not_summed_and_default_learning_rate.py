# The biases' gradients are right for one row only; Keras is left at its default learning rate; one question is wrong.
# deserves 32 of 40, loses gradients (biases-not-summed) keras_train (keras-default-learning-rate) why_relu_is_linear (why-relu-is-linear-b)

# %% nbgrader={"grade_id": "gradients"}
def gradients(I, H, Ob, Hb):
    return I.T @ Hb, 1 * Hb, H.T @ Ob, 1 * Ob

# %% nbgrader={"grade_id": "why_relu_is_linear"}
why_relu_is_linear = "b"

# %% nbgrader={"grade_id": "keras_train"}
def keras_train(I, T, WH, BH, WO, BO, lr, epochs, activation):
    model = keras_model(WH, BH, WO, BO, activation)
    model.compile(optimizer=tf.keras.optimizers.SGD(), loss="mse")
    for _ in range(epochs):
        O = model(I).numpy()
        model.train_on_batch(I, T)
    return (O, *model.get_weights())
