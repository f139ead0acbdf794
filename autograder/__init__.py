"""An auto-graded course on the inside of neural networks: author, release, submit, grade, report."""

__version__ = "1.1.0"
