"""The event is not marked

Your text stands at the right date, but no vertical line does. The words alone leave open which point they mean."""
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
    low, high = ax.get_ylim()
    ax.text(moment, high, what)
    ax.legend()
