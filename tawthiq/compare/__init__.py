"""Comparison of many readings: who repeats whom, which reports tell one happening, on whose word. Never a verdict."""
