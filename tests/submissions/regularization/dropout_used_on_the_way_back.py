# Dropout is not divided by 1 - rate; its gradient and the step with weight decay call what was written before.
# deserves 21 of 24, loses dropout (not-divided)

# %% nbgrader={"grade_id": "dropout"}
def dropout(H, keep, rate, training):
    return H * keep if training else H


# %% nbgrader={"grade_id": "dropout_gradient"}
def dropout_gradient(dY, keep, rate):
    return dropout(dY, keep, rate, training=True)
