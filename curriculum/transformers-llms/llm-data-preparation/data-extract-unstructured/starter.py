"""HTML, Markdown, mail and PDF as one kind of record."""


def clean(text):
    """One spelling, single blanks."""
    raise NotImplementedError


def from_html(source):
    """The record {"title", "meta", "blocks"} of a web page."""
    raise NotImplementedError


def from_markdown(source):
    """The record of a Markdown file."""
    raise NotImplementedError


def from_email(source):
    """The record of a mail."""
    raise NotImplementedError


def from_pdf(lines, info):
    """The record of the lines (page, x, y, size, text) of a PDF."""
    raise NotImplementedError
