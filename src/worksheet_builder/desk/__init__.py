"""The desk: a page in the browser, served to this computer alone, for those who meet no terminal."""
