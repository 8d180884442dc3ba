"""What `oic-kit check` asks: one question a file; `registry.py` lists them all."""
