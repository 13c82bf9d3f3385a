import numpy as np


def draw_transformation(ax, matrix):
    """Draw the unit square and its image under a 2 x 2 matrix on ax, with labels, equal scales and the area factor."""
    raise NotImplementedError
