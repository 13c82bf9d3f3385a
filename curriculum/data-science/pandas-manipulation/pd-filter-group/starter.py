import pandas as pd


def revenue_by_country(orders, least=0):
    """One row a country: country, orders, revenue, mean, share, rank."""
    raise NotImplementedError


def mean_order(orders, least=0):
    """The mean amount of the orders kept."""
    raise NotImplementedError
