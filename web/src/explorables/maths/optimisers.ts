// Four ways downhill on surfaces over the plane.
import type { Point } from './spreading';

export interface Surface {
  height(x: number, y: number): number;
  slope(x: number, y: number): [number, number];
  start: Point;
  lines: Point; // contour lines: the lowest height, and how they grow apart
}
export const SURFACES = {
  valley: { height: (x, y) => 0.5 * (0.3 * x * x + 6 * y * y), slope: (x, y) => [0.3 * x, 6 * y], start: [-3.4, 1.2], lines: [0, 0.075] },
  bend: {
    height: (x, y) => 0.2 * (x - 1) ** 2 + 0.6 * (y + 0.6 - 0.25 * x * x) ** 2,
    slope: (x, y) => {
      const off = y + 0.6 - 0.25 * x * x;
      return [0.4 * (x - 1) - 0.6 * x * off, 1.2 * off];
    },
    start: [-3, -1.2],
    lines: [0, 0.09],
  },
  saddle: { height: (x, y) => 0.25 * x * x - 0.5 * y * y + 0.08 * y ** 4, slope: (x, y) => [0.5 * x, -y + 0.32 * y ** 3], start: [-3.2, 0.05], lines: [-0.78, 0.032] },
} satisfies Record<string, Surface>;

export type Method = 'sgd' | 'momentum' | 'rmsprop' | 'adam';

/** Every point of a walk of `steps` steps, the start first. Rules as in torch.optim with its defaults; momentum 0.9, RMSProp's alpha 0.99. */
export function descend(method: Method, slope: Surface['slope'], start: Point, rate: number, steps: number): Point[] {
  let w: number[] = [...start];
  let m = [0, 0];
  let v = [0, 0];
  const path: Point[] = [start];
  for (let t = 1; t <= steps; t += 1) {
    const g = slope(w[0]!, w[1]!);
    if (method === 'momentum') m = m.map((b, i) => 0.9 * b + g[i]!);
    if (method === 'adam') m = m.map((b, i) => 0.9 * b + 0.1 * g[i]!);
    if (method === 'rmsprop') v = v.map((b, i) => 0.99 * b + 0.01 * g[i]! ** 2);
    if (method === 'adam') v = v.map((b, i) => 0.999 * b + 0.001 * g[i]! ** 2);
    w = w.map((x, i) => {
      if (method === 'sgd') return x - rate * g[i]!;
      if (method === 'momentum') return x - rate * m[i]!;
      if (method === 'rmsprop') return x - (rate * g[i]!) / (Math.sqrt(v[i]!) + 1e-8);
      return x - (rate * (m[i]! / (1 - 0.9 ** t))) / (Math.sqrt(v[i]! / (1 - 0.999 ** t)) + 1e-8);
    });
    if (!w.every((x) => Math.abs(x) < 1e6)) break;
    path.push([w[0]!, w[1]!]);
  }
  return path;
}

/** Line pieces along which the height equals `level`, on a grid (marching squares). */
export function contour(height: Surface['height'], level: number, xs: readonly number[], ys: readonly number[]): [Point, Point][] {
  const z = ys.map((y) => xs.map((x) => height(x, y) - level));
  const out: [Point, Point][] = [];
  for (let i = 0; i + 1 < ys.length; i += 1)
    for (let j = 0; j + 1 < xs.length; j += 1) {
      const corners = [[j, i], [j + 1, i], [j + 1, i + 1], [j, i + 1]] as const;
      const cuts: Point[] = [];
      for (let k = 0; k < 4; k += 1) {
        const [[a, b], [c, d]] = [corners[k]!, corners[(k + 1) % 4]!];
        const [from, to] = [z[b]![a]!, z[d]![c]!];
        if (from < 0 === to < 0) continue;
        const t = from / (from - to);
        cuts.push([xs[a]! + t * (xs[c]! - xs[a]!), ys[b]! + t * (ys[d]! - ys[b]!)]);
      }
      if (cuts.length >= 2) out.push([cuts[0]!, cuts[1]!]);
      if (cuts.length === 4) out.push([cuts[2]!, cuts[3]!]);
    }
  return out;
}
