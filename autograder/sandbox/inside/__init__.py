"""What runs on the far side of the border, inside the sandbox, next to student code.

Only this folder of the engine is visible there. It may import the standard library, msgspec, numpy and IPython.
"""
