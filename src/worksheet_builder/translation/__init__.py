"""Translations: every string has an address and a state, and only what is current is ever printed.

`po_update` keeps the PO files of a language, `translation_status` counts them, and a `Catalogue` translates.
"""
