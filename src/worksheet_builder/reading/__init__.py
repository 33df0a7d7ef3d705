"""Read YAML files into definitions, with the place of every fault; the JSON Schema, and the examples of the blocks."""
