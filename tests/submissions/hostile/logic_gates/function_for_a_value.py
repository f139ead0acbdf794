# cheat: A function where a letter is asked for, a class where a function is.
# must: loses npint, line

# %% nbgrader={"grade_id": "npint"}
def npint():
    return "c"

# %% nbgrader={"grade_id": "line"}
class line:
    def __new__(cls, *args): return super().__new__(cls)
