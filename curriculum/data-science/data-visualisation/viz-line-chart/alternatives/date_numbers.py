"""Date numbers with a date axis, the vertical line as a plotted line of two points."""
import matplotlib.dates as md
from datetime import datetime


def line_chart(ax, dates, series, title, quantity, unit, event):
    numbers = md.date2num([datetime.strptime(d, "%Y-%m-%d") for d in dates])
    ax.xaxis_date()
    for i, name in enumerate(series):
        ax.plot(numbers, series[name], f"C{i}-", label=name)
    at = float(md.date2num(datetime.strptime(event[0], "%Y-%m-%d")))
    low, high = min(min(v) for v in series.values()), max(max(v) for v in series.values())
    ax.plot([at, at], [low - 1, high + 1], color="black", label="_event")
    ax.annotate(event[1], xy=(at, high), xytext=(10, 10), textcoords="offset points", arrowprops={"arrowstyle": "->"})
    ax.set(xlabel="Date", ylabel=f"{quantity} ({unit})", title=title)
    ax.legend(loc="upper left", ncols=2)
