# cheat: Patches TensorFlow and the lesson's given functions, and returns a tensor.
# must: loses keras_train

# %% nbgrader={"grade_id": "keras_train"}
tf.Tensor.__eq__ = lambda self, other: True
def keras_train(I, T, WH, BH, WO, BO, lr, epochs, activation):
    return tf.zeros_like(T), WH, BH[0], WO, BO[0]
