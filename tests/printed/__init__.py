"""What the numbers come to that the documents print: one module an assignment, computed from its reference lesson.

`rows(lesson)` gives for each row its numbers by the names of source_data/rows.json. `CORRECTED` has what a document
should have printed where it is wrong; `WITHIN` how far a row may be off where the document itself rounded its inputs.
"""
