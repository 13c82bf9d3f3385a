"""pandas timestamps one by one, styles cycled, title at the left."""
import itertools

import pandas as pd


def line_chart(ax, dates, series, title, quantity, unit, event):
    when = [pd.Timestamp(d) for d in dates]
    styles = itertools.cycle(["-", "--", ":", "-."])
    for (name, values), style in zip(series.items(), styles):
        (line,) = ax.plot(when, values, linestyle=style)
        line.set_label(name)
    moment, words = pd.Timestamp(event[0]), event[1]
    ax.vlines([moment], ymin=0, ymax=1, transform=ax.get_xaxis_transform(), colors="red")
    ax.text(moment, 0.98, words, transform=ax.get_xaxis_transform(), va="top")
    ax.set_title(title, loc="left")
    ax.set_xlabel("Date")
    ax.set_ylabel(quantity + f" ({unit})")
    ax.legend(title=None)
    ax.grid(True, alpha=0.3)
