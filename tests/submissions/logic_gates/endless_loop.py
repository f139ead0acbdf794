# The search for settings and a cell of the student's own never end; everything else is graded.
# deserves 36 of 38, loses count_settings (did-not-finish)

# %% nbgrader={"grade_id": "count_settings"}
def count_settings(targets, values):
    count = 0
    while count < 1000:
        count = max(count, 0)
    return count

# %%
while True:
    pass
