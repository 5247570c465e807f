"""The dock with the guidelines: what the project has agreed on, and what counts as each label."""
