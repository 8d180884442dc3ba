"""Pure values and rules: no file, no network, no clock, no terminal."""
