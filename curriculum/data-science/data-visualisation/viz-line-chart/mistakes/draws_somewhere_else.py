"""The picture lands on another figure

You draw with pyplot, which opens a figure of its own, and the Axes that was handed in stays empty. In a notebook both look alike. In a report with four panels nothing is where it should be."""
from datetime import date

import matplotlib.pyplot as plt


def line_chart(ax, dates, series, title, quantity, unit, event):
    _, ax = plt.subplots()
    days = [date.fromisoformat(d) for d in dates]
    for name, values in series.items():
        ax.plot(days, values, label=name)
    ax.set_title(title)
    ax.set_xlabel("Date")
    ax.set_ylabel(f"{quantity} ({unit})")
    when, what = event
    moment = date.fromisoformat(when)
    ax.axvline(moment, color="gray", linestyle="--")
    low, high = ax.get_ylim()
    ax.text(moment, high, what)
    ax.legend()
