# resources: Takes memory through TensorFlow.
# must: loses keras_forward

# %% nbgrader={"grade_id": "keras_forward"}
def keras_forward(I, WH, BH, WO, BO, activation):
    kept = []
    while True: kept.append(tf.ones((1000, 1000, 100)))

def keras_model(WH, BH, WO, BO, activation):
    model = tf.keras.Sequential([tf.keras.Input(shape=(WH.shape[0],)), tf.keras.layers.Dense(WH.shape[1], activation=activation), tf.keras.layers.Dense(WO.shape[1], activation=activation)])
    model.layers[0].set_weights([WH, BH[0]])
    model.layers[1].set_weights([WO, BO[0]])
    return model
