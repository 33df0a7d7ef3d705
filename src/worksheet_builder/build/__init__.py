"""Build handouts: worksheets × languages × formats, made again only when their inputs have changed."""
