# Epsilon is added to the root; what uses this function is right, given that answer.
# deserves 20 of 24, loses scaled (eps-outside)

# %% nbgrader={"grade_id": "scaled"}
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / (np.sqrt(variance) + eps) + beta
