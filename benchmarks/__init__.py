"""How fast handouts are made, beside other programs that make the same pages. Run: python -m benchmarks."""
