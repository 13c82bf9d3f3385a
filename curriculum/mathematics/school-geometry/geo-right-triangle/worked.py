"""The figures of the lesson, computed with the solution."""

from answer import solve_right_triangle


def worked():
    """A ladder, and the triangle with the legs 3 and 4."""
    ladder = solve_right_triangle(c=6, alpha=75)
    squares = [round(ladder[leg], 6) ** 2 for leg in "ab"]
    return [ladder, squares, sum(squares), 2, solve_right_triangle(a=3, b=4), rf"\frac{3}{4}"]
