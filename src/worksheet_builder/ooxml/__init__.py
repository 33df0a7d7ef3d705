"""Office Open XML: the package of a Word file, and tables written into and read out of one."""
