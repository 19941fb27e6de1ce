"""Pictures and files of an entry: the ways in, how they are shown, and the ways out."""
