# accident: Calls plt.show() and saves the figure.
# must: loses nothing

# %% nbgrader={"grade_id": "plot_line"}
def plot_line(x):
    plt.plot(x, 2 * x + 3)
    plt.xlabel("x")
    plt.ylabel("y")
    plt.savefig("line.png")
