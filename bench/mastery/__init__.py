"""Simulated learners over the real roadmap: how well placement finds what they know, and what the schedule makes them keep."""
