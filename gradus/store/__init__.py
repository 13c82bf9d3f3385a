"""What learners did, in a database: SQLite in the home folder by default, any SQLAlchemy URL on request."""

from sqlalchemy import Connection

from gradus.store.engine import NewerHome, Store

__all__ = ["Connection", "NewerHome", "Store"]
