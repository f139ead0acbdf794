# accident: Uses the magics and shell lines of notebooks.
# must: loses nothing

# %% nbgrader={"grade_id": "step"}
%matplotlib inline
!pip install numpy
def step(x):
    return np.array(x > 0, dtype=int)
