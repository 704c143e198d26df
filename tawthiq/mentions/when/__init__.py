"""When: the grammar of expressions of time and the reckoning of their EDTF values."""
