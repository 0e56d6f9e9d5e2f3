"""One When (or Who) cell to one mention an action."""
