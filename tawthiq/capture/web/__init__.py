"""Pages and feeds from the network: politely, and never from an address that is not public."""
