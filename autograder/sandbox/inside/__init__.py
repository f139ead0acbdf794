"""What runs inside the sandbox, next to student code.

Only this folder of the engine is visible there. It may import the standard library, msgspec, numpy and IPython.
"""
