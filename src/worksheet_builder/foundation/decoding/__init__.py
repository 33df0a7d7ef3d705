"""YAML read into frozen dataclasses, every problem with its place; knows no worksheet."""
