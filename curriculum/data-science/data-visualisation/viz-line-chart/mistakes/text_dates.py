"""Dates left as text

Matplotlib takes text as categories and places them at 0, 1, 2. The tick labels look like dates, so it is easy to miss, but the distances are those of row numbers. Turn the text into dates first."""
from datetime import date


def line_chart(ax, dates, series, title, quantity, unit, event):
    days = list(dates)
    for name, values in series.items():
        ax.plot(days, values, label=name)
    ax.set_title(title)
    ax.set_xlabel("Date")
    ax.set_ylabel(f"{quantity} ({unit})")
    when, what = event
    moment = max(i for i, d in enumerate(dates) if d <= when) if when not in dates else dates.index(when)
    ax.axvline(moment, color="gray", linestyle="--")
    low, high = ax.get_ylim()
    ax.text(moment, high, what)
    ax.legend()
