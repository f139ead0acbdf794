# The reference's own answers.
