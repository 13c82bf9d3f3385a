"""The words have a place in the picture, not on the calendar

You place the event's label by a share of the width of the Axes. It may even stand near the line, until the data or the limits change. Its x has to be the date."""
from datetime import date


def line_chart(ax, dates, series, title, quantity, unit, event):
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
    ax.text(0.5, 0.95, what, transform=ax.transAxes)
    ax.legend()
