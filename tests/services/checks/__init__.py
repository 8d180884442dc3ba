"""Tests of the single questions of a check."""
