"""Font files: which family sets which script, whether a file is sound, and its faces opened for measuring."""
