"""Check definitions, translations, style and readability, and the installation on this computer."""
