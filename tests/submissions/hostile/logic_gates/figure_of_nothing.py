# malformed: Draws no figure, closes it, and a figure with broken data.
# must: loses plot_line

# %% nbgrader={"grade_id": "plot_line"}
def plot_line(x):
    plt.plot([float("nan")] * 3, [float("inf")] * 3)
    plt.gcf().axes[0].lines[0].get_xdata = lambda: object()
