"""Lists: labels and names that share a line or a paragraph, hang, or close with their country."""
