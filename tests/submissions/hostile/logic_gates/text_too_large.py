# resources: Answers a choice with 100 MB of text.
# must: loses npint

# %% nbgrader={"grade_id": "npint"}
npint = "c" * 10**8
