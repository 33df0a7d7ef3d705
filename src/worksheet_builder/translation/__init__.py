"""Translations in PO files: every string has an address and a state, and an outdated translation is never printed.

`po_update` creates and updates the PO files of a language, `translation_status` counts their strings by state, and a
`Catalogue` translates a structure.
"""
