# cheat: Answers a choice with a word that is equal to every letter.
# must: loses npint

# %% nbgrader={"grade_id": "npint"}
class Every(str):
    def __eq__(self, other): return True
    def strip(self): return self
    def casefold(self): return self
    def __hash__(self): return hash("c")
npint = Every("a")
