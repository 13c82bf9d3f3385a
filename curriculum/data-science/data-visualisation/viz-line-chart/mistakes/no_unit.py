"""The y axis has no unit

Your y label names the quantity and leaves out what it is measured in. A reader cannot tell milliseconds from seconds; put the unit in brackets behind the quantity."""
from datetime import date


def line_chart(ax, dates, series, title, quantity, unit, event):
    days = [date.fromisoformat(d) for d in dates]
    for name, values in series.items():
        ax.plot(days, values, label=name)
    ax.set_title(title)
    ax.set_xlabel("Date")
    ax.set_ylabel(quantity)
    when, what = event
    moment = date.fromisoformat(when)
    ax.axvline(moment, color="gray", linestyle="--")
    low, high = ax.get_ylim()
    ax.text(moment, high, what)
    ax.legend()
