"""Who, where, when and how many: what the words of a report name."""
