"""The figures of the lesson: the places on its page, which the solution puts in order."""

from answer import from_pdf

PAGE = [(320, 680, "tion of text."), (72, 700, "Columns are a"), (320, 700, "a conven-"), (72, 680, "habit of print,"), (300, 30, "Page 7")]


def worked():
    """Five lines of a page, in the three orders of the table."""
    stored = " ".join(text for _, _, text in PAGE)
    height = " ".join(text for _, _, text in sorted(PAGE, key=lambda line: (-line[1], line[0])))
    blocks = from_pdf([(1, x, y, 10, text) for x, y, text in PAGE], {})["blocks"]
    if stored != "tion of text. Columns are a a conven- habit of print, Page 7":
        raise ValueError(stored)
    if height != "Columns are a a conven- habit of print, tion of text. Page 7":
        raise ValueError(height)
    if blocks != [("paragraph", "Columns are a habit of print, a convention of text.")]:
        raise ValueError(blocks)
    return PAGE
