"""Where things are on disk: worksheets, packs, languages and the practice, in a project or built in."""
