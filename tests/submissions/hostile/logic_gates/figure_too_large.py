# malformed: Draws a million lines.
# must: loses plot_line

# %% nbgrader={"grade_id": "plot_line"}
def plot_line(x):
    for number in range(10**6): plt.plot(x, x + number)
