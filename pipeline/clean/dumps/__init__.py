"""What only text dumps do: columns one after the other, labels broken over lines, running heads between."""
