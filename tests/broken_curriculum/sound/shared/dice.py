"""Shared by nobody yet."""
