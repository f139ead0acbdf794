# cheat: Takes every assert out of what is compiled from now on.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import ast, builtins
class NoAsserts(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
compile_as_before = builtins.compile
def compile_without_asserts(source, *args, **kwargs):
    if isinstance(source, ast.AST):
        source = ast.fix_missing_locations(NoAsserts().visit(source))
    return compile_as_before(source, *args, **kwargs)
builtins.compile = compile_without_asserts

def step(x):
    return x
