"""The HTTP face of `study`: what the web page and any other program may ask for, as JSON."""
