"""Font files: the families for each script, the validation of a file, and opened faces for measuring text."""
