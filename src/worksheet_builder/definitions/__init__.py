"""What an author defines (worksheets, packs, a practice, contacts), and the document it composes."""
