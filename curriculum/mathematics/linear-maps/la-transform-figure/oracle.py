"""Corner by corner with plain arithmetic, drawn as closed lines; the area by the shoelace formula."""


def draw_transformation(ax, matrix):
    (a, b), (c, d) = [[float(v) for v in row] for row in matrix]
    square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    image = [(a * x + b * y, c * x + d * y) for x, y in square]
    for corners in (square, image):
        closed = corners + corners[:1]
        ax.plot([x for x, _ in closed], [y for _, y in closed])
    for name, (x, y) in zip(("O'", "P'", "Q'", "R'"), image):
        ax.annotate(name, (x, y))
    twice = sum(x * v - u * y for (x, y), (u, v) in zip(image, image[1:] + image[:1]))
    ax.set_title("areas grow by %.2f" % (abs(twice) / 2))
    ax.axis("equal")
