"""The command line: one command a file; it parses, calls one service, prints."""
