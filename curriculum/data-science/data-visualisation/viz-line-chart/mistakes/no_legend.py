"""There is no legend

The lines have labels, but nothing shows them until the legend is asked for. With two lines the chart is a riddle."""
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
    ax.text(moment, high, what)
