# cheat: Gate weights that are infinite.
# must: loses and_gate

# %% nbgrader={"grade_id": "and_gate"}
and_gate = (float("inf"), float("inf"), float("-inf"))
