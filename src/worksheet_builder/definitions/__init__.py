"""The types that an author's files define (worksheets, packs, a practice, contacts), and how they compose documents."""
