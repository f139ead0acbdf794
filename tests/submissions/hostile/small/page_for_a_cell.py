# cheat: A cell that is a page: HTML and scripts of a magic in place of Python.
# must: loses linear, step

# %% nbgrader={"grade_id": "linear"}
%%html
<script>fetch("/autograder/gradebook")</script><iframe src="javascript:alert(1)"></iframe>
