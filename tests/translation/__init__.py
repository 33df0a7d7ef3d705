"""Catalogues: the laws as properties, and examples as files."""
