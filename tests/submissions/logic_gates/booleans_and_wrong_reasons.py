# The step returns booleans, and three questions are answered wrongly.
# deserves 33 of 38, loses step (step-returns-booleans) why_not_xor (why-not-xor-a) part_neuron (part-neuron-b) npint (npint-a)

# %% nbgrader={"grade_id": "step"}
def step(x):
    return x > 0

# %% nbgrader={"grade_id": "why_not_xor"}
why_not_xor = "A"

# %% nbgrader={"grade_id": "part_neuron"}
part_neuron = "b"

# %% nbgrader={"grade_id": "npint"}
npint = "a"
