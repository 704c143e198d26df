"""Where bytes come from: files, folders, standard input, the network."""
