// Two by two: what a matrix does to the plane.

export type Vector = readonly [number, number];
/** Columns: the images of (1, 0) and (0, 1). */
export type Matrix = readonly [Vector, Vector];

export const apply = ([a, b]: Matrix, [x, y]: Vector): Vector => [a[0] * x + b[0] * y, a[1] * x + b[1] * y];
export const determinant = ([a, b]: Matrix): number => a[0] * b[1] - b[0] * a[1];
export const length = (v: Vector): number => Math.hypot(v[0], v[1]);

export interface Eigen {
  value: number;
  vector: Vector; // of length 1
}

/** Real eigenvalues, the larger first, each with a direction; none when the map turns every direction; 'all' when it only scales. */
export function eigen(m: Matrix): Eigen[] | 'all' {
  const [[a, c], [b, d]] = m;
  const half = (a + d) / 2;
  const under = half * half - determinant(m);
  if (under < -1e-9) return [];
  if (Math.abs(b) < 1e-9 && Math.abs(c) < 1e-9 && Math.abs(a - d) < 1e-9) return 'all';
  const root = Math.sqrt(Math.max(0, under));
  const values = root < 1e-6 ? [half] : [half + root, half - root];
  return values.map((value) => {
    // A row of (m - value) that is not zero is perpendicular to the direction.
    const row: Vector = Math.hypot(a - value, b) > Math.hypot(c, d - value) ? [a - value, b] : [c, d - value];
    const size = length(row);
    return { value, vector: [-row[1] / size, row[0] / size] };
  });
}

/** The angle from one vector to the other in degrees, from -180 to 180; NaN where one has no length. */
export function turn(from: Vector, to: Vector): number {
  if (length(from) < 1e-9 || length(to) < 1e-9) return NaN;
  return (Math.atan2(from[0] * to[1] - from[1] * to[0], from[0] * to[0] + from[1] * to[1]) * 180) / Math.PI;
}
