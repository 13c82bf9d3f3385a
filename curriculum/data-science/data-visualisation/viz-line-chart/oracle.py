"""pandas places the dates; the vertical line is drawn by vlines, the label by text."""
import pandas as pd


def line_chart(ax, dates, series, title, quantity, unit, event):
    index = pd.to_datetime(pd.Index(dates))
    frame = pd.DataFrame(series, index=index)
    for name in frame.columns:
        ax.plot(frame.index.to_pydatetime(), frame[name].to_numpy(), label=name)
    ax.set(title=title, xlabel="Date", ylabel=quantity + " (" + unit + ")")
    ax.legend(loc="best")
    at = pd.Timestamp(event[0]).to_pydatetime()
    ax.vlines(at, *ax.get_ylim())
    ax.text(at, frame.to_numpy().mean(), event[1])
