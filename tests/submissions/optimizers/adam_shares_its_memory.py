# Adam keeps m and v in the class, so that two optimizers share them; each alone is right.
# deserves 49 of 50, loses Adam (init-with-new-averages-in-the-class)

# %% nbgrader={"grade_id": "Adam"}
class Adam:
    def __init__(self, lr, beta_1, beta_2, eps):
        self.lr, self.betas, self.eps = lr, (beta_1, beta_2), eps
        self.t, Adam.m, Adam.v = 0, {}, {}

    def update(self, params, grads):
        self.t += 1
        new = {}
        for name in params:
            m, v = self.m.get(name, 0), self.v.get(name, 0)
            new[name], self.m[name], self.v[name] = adam_step(params[name], m, v, self.t, grads[name], self.lr, *self.betas, self.eps)
        return new
