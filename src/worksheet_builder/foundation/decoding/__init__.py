"""Decode YAML into frozen dataclasses, each problem with its place; independent of what worksheets contain."""
