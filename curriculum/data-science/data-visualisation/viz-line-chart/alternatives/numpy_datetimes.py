"""numpy datetimes, markers, a text at the top, legend handles passed by hand."""
import numpy as np


def line_chart(ax, dates, series, title, quantity, unit, event):
    x = np.array(dates, dtype="datetime64[D]")
    drawn = [ax.plot(x, np.asarray(v, float), marker="o", lw=1)[0] for v in series.values()]
    ax.legend(drawn, list(series), frameon=False)
    ax.set_title(title)
    ax.set_xlabel("Date")
    ax.set_ylabel("{} ({})".format(quantity, unit))
    t = np.datetime64(event[0])
    ax.axvline(t)
    ax.text(t, max(map(max, series.values())), event[1], rotation=90)
    ax.figure.autofmt_xdate()
    return ax
