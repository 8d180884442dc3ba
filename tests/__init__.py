"""Tests of oic-kit; the folders mirror those of the package."""
