# sabotage: Starts a TensorFlow server and writes files through TensorFlow.
# must: loses nothing

# %% nbgrader={"grade_id": "keras_forward"}
try: tf.io.write_file("/usr/message", "x")
except Exception: pass
try: tf.io.gfile.glob("/root/*")
except Exception: pass

def keras_forward(I, WH, BH, WO, BO, activation):
    return keras_model(WH, BH, WO, BO, activation)(I).numpy()

def keras_model(WH, BH, WO, BO, activation):
    model = tf.keras.Sequential([tf.keras.Input(shape=(WH.shape[0],)), tf.keras.layers.Dense(WH.shape[1], activation=activation), tf.keras.layers.Dense(WO.shape[1], activation=activation)])
    model.layers[0].set_weights([WH, BH[0]])
    model.layers[1].set_weights([WO, BO[0]])
    return model
