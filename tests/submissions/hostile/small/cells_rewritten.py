# cheat: Rewrites all that is run after it, by transformers of text and of the tree, events and hooks of the shell.
# must: gets 0

# %% nbgrader={"grade_id": "linear"}
import ast
class Zero(ast.NodeTransformer):
    def visit_BinOp(self, node): return ast.copy_location(ast.Constant(0), node)
def linear(X, W, b): return np.zeros((len(X), len(b)))
shell = get_ipython()
shell.input_transformers_post.append(lambda lines: ["sigmoid = error = step = linear\n"])
shell.ast_transformers.append(Zero())
def stop(*_): raise RuntimeError("stop")
for event in ("pre_execute", "pre_run_cell", "post_execute", "post_run_cell"): shell.events.register(event, stop)
shell.set_custom_exc((BaseException,), stop)
