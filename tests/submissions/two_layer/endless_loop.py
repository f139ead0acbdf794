# A function never ends; everything else is graded.
# deserves 38 of 40, loses relu_backward (did-not-finish)

# %% nbgrader={"grade_id": "relu_backward"}
def relu_backward(Ob, O):
    while True:
        pass
