# malformed: Texts that are HTML, scripts, formulas and templates.
# must: loses npint, part_neuron, part_synapse, why_not_xor

# %% nbgrader={"grade_id": "npint"}
npint = "<script>alert(1)</script>"

# %% nbgrader={"grade_id": "part_neuron"}
part_neuron = '=HYPERLINK("http://x","y")'

# %% nbgrader={"grade_id": "part_synapse"}
part_synapse = "{{ 7 * 7 }}{% include '/etc/passwd' %}"

# %% nbgrader={"grade_id": "why_not_xor"}
why_not_xor = "<img src=x onerror=alert(1)>"
