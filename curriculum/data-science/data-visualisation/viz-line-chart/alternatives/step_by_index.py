"""Parsing by hand, plot with keyword data."""
import datetime


def to_day(text):
    year, month, day = (int(part) for part in text.split("-"))
    return datetime.datetime(year, month, day)


def line_chart(ax, dates, series, title, quantity, unit, event):
    xs = list(map(to_day, dates))
    for key in series.keys():
        ys = series[key]
        ax.plot(xs, ys, label=str(key), alpha=0.9)
    ax.axvline(x=to_day(event[0]), ymin=0.0, ymax=1.0, color="k", lw=0.8)
    ax.annotate(text=event[1], xy=(to_day(event[0]), series[next(iter(series))][0]))
    ax.xaxis.set_label_text("Date")
    ax.yaxis.set_label_text(quantity + " (" + unit + ")")
    ax.title.set_text(title)
    ax.legend()
