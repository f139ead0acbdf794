# malformed: Returns a model in place of numbers.
# must: loses keras_forward

# %% nbgrader={"grade_id": "keras_forward"}
def keras_forward(I, WH, BH, WO, BO, activation):
    return tf.keras.Sequential([tf.keras.Input(shape=(2,)), tf.keras.layers.Dense(2)])

def keras_model(WH, BH, WO, BO, activation):
    model = tf.keras.Sequential([tf.keras.Input(shape=(WH.shape[0],)), tf.keras.layers.Dense(WH.shape[1], activation=activation), tf.keras.layers.Dense(WO.shape[1], activation=activation)])
    model.layers[0].set_weights([WH, BH[0]])
    model.layers[1].set_weights([WO, BO[0]])
    return model
