from datetime import date


def line_chart(ax, dates, series, title, quantity, unit, event):
    """Draw every series against the date, complete for a stranger."""
    for values in series.values():
        ax.plot(values)
