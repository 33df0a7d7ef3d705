"""Basic types and functions for all other packages: problems, phrases, languages, colours, files, processes."""
