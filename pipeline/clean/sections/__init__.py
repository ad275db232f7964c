"""Rows under titles: their level, their department, the dates and legends that hold for them."""
