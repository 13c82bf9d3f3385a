"""How the database of an older Gradus becomes that of this one; run by `Store` when it opens."""
