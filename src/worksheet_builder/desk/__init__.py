"""The desk: a web page served to this computer only, for people who do not use a terminal."""
