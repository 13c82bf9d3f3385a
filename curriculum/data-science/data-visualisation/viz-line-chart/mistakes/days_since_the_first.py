"""Days counted from the first reading

Your gaps are right, but the axis says 0, 1, 27: it starts wherever the data happen to start. A stranger cannot find 20 March on it, and two charts cannot be laid side by side. Hand over the dates themselves."""
from datetime import date


def line_chart(ax, dates, series, title, quantity, unit, event):
    days = [(date.fromisoformat(d) - date.fromisoformat(dates[0])).days for d in dates]
    for name, values in series.items():
        ax.plot(days, values, label=name)
    ax.set_title(title)
    ax.set_xlabel("Date")
    ax.set_ylabel(f"{quantity} ({unit})")
    when, what = event
    moment = (date.fromisoformat(when) - date.fromisoformat(dates[0])).days
    ax.axvline(moment, color="gray", linestyle="--")
    low, high = ax.get_ylim()
    ax.text(moment, high, what)
    ax.legend()
