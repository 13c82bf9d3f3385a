// Principal components in the plane: how far points spread along a direction.

export type Point = readonly [number, number];

export function centre(points: readonly Point[]): Point {
  return [points.reduce((s, p) => s + p[0], 0) / points.length, points.reduce((s, p) => s + p[1], 0) / points.length];
}

/** The entries xx, xy, yy of the covariance matrix, with the divisor n - 1. */
export function covariance(points: readonly Point[]): [number, number, number] {
  const [a, b] = centre(points);
  const by = points.length - 1;
  const sum = (f: (x: number, y: number) => number) => points.reduce((s, [x, y]) => s + f(x - a, y - b), 0) / by;
  return [sum((x) => x * x), sum((x, y) => x * y), sum((_, y) => y * y)];
}

/** The variance of the points' shadows on a line at this angle (degrees). */
export function variance([xx, xy, yy]: readonly [number, number, number], degrees: number): number {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return c * c * xx + 2 * c * s * xy + s * s * yy;
}

/** The angle of the widest spread, in degrees from -90 to 90. */
export const principal = ([xx, xy, yy]: readonly [number, number, number]): number => (0.5 * Math.atan2(2 * xy, xx - yy) * 180) / Math.PI;
