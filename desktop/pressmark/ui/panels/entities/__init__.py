"""The dock of entities: who they are, and which annotations name them."""
