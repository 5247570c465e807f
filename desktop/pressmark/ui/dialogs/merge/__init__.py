"""The dialog that says what a merge would do, before it is done."""
