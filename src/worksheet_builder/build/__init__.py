"""Worksheets by languages by formats: composed, written, remembered, and made again only when they changed."""
