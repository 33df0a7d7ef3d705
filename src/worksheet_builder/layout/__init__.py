"""Layout: a document becomes pages of boxes, with drawing operations and a tag tree, independent of any file format."""
