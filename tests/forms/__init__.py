"""One document in every format that is read: builders from a `Document` to bytes, each as its own program writes it."""
