"""A document as pages of boxes: measured, broken, in a display list with a tag tree; nothing of any file format."""
