"""What changes the disk or runs a program, one idea a module."""
