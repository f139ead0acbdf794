# The weights of OR stand in the AND gate, NAND is an AND whose bias alone was turned, XOR ends in an OR.
# deserves 34 of 38, loses and_gate (or-instead) nand_gate (only-bias-turned) xor_output (or-instead)

# %% nbgrader={"grade_id": "and_gate"}
and_gate = (1, 1, -0.5)

# %% nbgrader={"grade_id": "nand_gate"}
nand_gate = (1, 1, 1.5)

# %% nbgrader={"grade_id": "xor_output"}
xor_output = (1, 1, -0.5)
