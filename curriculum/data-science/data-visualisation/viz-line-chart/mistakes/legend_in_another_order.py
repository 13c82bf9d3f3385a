"""The legend is sorted by name

Your legend is in alphabetical order while the lines are not. The reader has to match every colour by hand; a legend in the order of the lines is read at a glance."""
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
    handles, names = ax.get_legend_handles_labels()
    pairs = sorted(zip(names, handles), key=lambda p: p[0])
    ax.legend([h for _, h in pairs], [n for n, _ in pairs])
