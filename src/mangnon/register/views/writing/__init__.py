"""Pages that act: each is a form of one act of ``register.actions``."""
