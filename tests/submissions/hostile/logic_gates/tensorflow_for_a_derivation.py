# cheat: Imports TensorFlow where it is to be derived by hand.
# must: loses matmul

# %% nbgrader={"grade_id": "matmul"}
def matmul(A, B):
    import tensorflow as tf
    return tf.linalg.matmul(A, B).numpy()
