"""Clean editions, the damage that dumps do to them, and what a reader of it gets wrong."""
