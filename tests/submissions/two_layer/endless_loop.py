# A function and a cell of the student's own never end; everything else is graded.
# deserves 34 of 36, loses relu_backward (did-not-finish)

# %% nbgrader={"grade_id": "relu_backward"}
def relu_backward(Ob, O):
    while True:
        pass

# %%
while True:
    pass
