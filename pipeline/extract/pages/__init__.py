"""Where on a page tables, newspaper columns and plain lines stand: `segments` parts it, `regions` names the parts."""
