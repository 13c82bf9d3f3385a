"""All lines in one colour

You fixed the colour, so every line looks alike and the legend explains nothing. Leave the colour out and each line gets its own."""
from datetime import date


def line_chart(ax, dates, series, title, quantity, unit, event):
    days = [date.fromisoformat(d) for d in dates]
    for name, values in series.items():
        ax.plot(days, values, label=name, color="tab:blue")
    ax.set_title(title)
    ax.set_xlabel("Date")
    ax.set_ylabel(f"{quantity} ({unit})")
    when, what = event
    moment = date.fromisoformat(when)
    ax.axvline(moment, color="gray", linestyle="--")
    low, high = ax.get_ylim()
    ax.text(moment, high, what)
    ax.legend()
