// K-means one half-step at a time.
import type { Point } from './spreading';

const square = (a: Point, b: Point): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;

/** For every point the number of its nearest centre; on a tie the lowest. */
export const assign = (points: readonly Point[], centres: readonly Point[]): number[] =>
  points.map((p) => centres.reduce((best, c, j) => (square(p, c) < square(p, centres[best]!) ? j : best), 0));

/** Every centre moves to the mean of its points; one without points stays. */
export const update = (points: readonly Point[], labels: readonly number[], centres: readonly Point[]): Point[] =>
  centres.map((c, j) => {
    const own = points.filter((_, i) => labels[i] === j);
    return own.length ? [own.reduce((s, p) => s + p[0], 0) / own.length, own.reduce((s, p) => s + p[1], 0) / own.length] : c;
  });

export const inertia = (points: readonly Point[], labels: readonly number[], centres: readonly Point[]): number =>
  points.reduce((s, p, i) => s + square(p, centres[labels[i]!]!), 0);
