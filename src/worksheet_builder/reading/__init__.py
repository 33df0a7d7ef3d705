"""YAML files to definitions, with a place for every fault; the JSON Schema and the examples of the blocks."""
