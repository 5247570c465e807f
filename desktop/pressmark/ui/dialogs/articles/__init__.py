"""Before articles come in: what each will look like, what is known of it, what to know of it."""
