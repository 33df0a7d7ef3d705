"""What every other part speaks of: problems, phrases, languages, colours, files and processes."""
