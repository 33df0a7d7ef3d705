"""What is wrong or lacking: in definitions and translations, in style and reading ease, on this computer."""
