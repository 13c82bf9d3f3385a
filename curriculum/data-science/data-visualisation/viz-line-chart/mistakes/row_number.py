"""Plotted against the row number

Your points stand at 0, 1, 2, one step apart whatever the calendar says. A gap of a month looks like a gap of a day, and the event has no true place. Hand the dates over as x."""
from datetime import date


def line_chart(ax, dates, series, title, quantity, unit, event):
    days = [date.fromisoformat(d) for d in dates]
    for name, values in series.items():
        ax.plot(range(len(days)), values, label=name)
    ax.set_title(title)
    ax.set_xlabel("Date")
    ax.set_ylabel(f"{quantity} ({unit})")
    when, what = event
    moment = min(range(len(days)), key=lambda i: abs(days[i] - date.fromisoformat(when)))
    ax.axvline(moment, color="gray", linestyle="--")
    low, high = ax.get_ylim()
    ax.text(moment, high, what)
    ax.legend()
