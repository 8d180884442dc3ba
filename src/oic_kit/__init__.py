"""oic-kit: a website and a playbook for an Open Innovation City, from one record of answers."""

__version__ = "0.1.0"
