# malformed: Texts with lone surrogates, NUL, escape sequences, right-to-left marks.
# must: loses npint, part_neuron, part_synapse

# %% nbgrader={"grade_id": "npint"}
npint = "\ud800\udfff"

# %% nbgrader={"grade_id": "part_neuron"}
part_neuron = "d\x00"

# %% nbgrader={"grade_id": "part_synapse"}
part_synapse = "\x1b[2J\x1b]0;owned\x07\u202eb"
