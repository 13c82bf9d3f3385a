// Where data stand on paper: both scales of a Plane, forth and back.

export interface Axes {
  x(value: number): number;
  y(value: number): number;
  /** Pixels back to data. */
  fromX(pixel: number): number;
  fromY(pixel: number): number;
  xs: readonly [number, number];
  ys: readonly [number, number];
  width: number;
  height: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function axes(xs: readonly [number, number], ys: readonly [number, number], width: number, height: number, edge: Box): Axes {
  const wide = (width - edge.left - edge.right) / (xs[1] - xs[0]);
  const tall = (height - edge.top - edge.bottom) / (ys[1] - ys[0]);
  return {
    x: (v) => edge.left + (v - xs[0]) * wide,
    y: (v) => height - edge.bottom - (v - ys[0]) * tall,
    fromX: (p) => xs[0] + (p - edge.left) / wide,
    fromY: (p) => ys[0] + (height - edge.bottom - p) / tall,
    xs,
    ys,
    width,
    height,
  };
}

/** An SVG path through points of the plane; a point that is not finite lifts the pen. */
export function path(p: Axes, points: Iterable<readonly [number, number]>): string {
  let pen = 'M';
  let out = '';
  for (const [a, b] of points) {
    if (!Number.isFinite(a) || !Number.isFinite(b)) {
      pen = 'M';
      continue;
    }
    out += `${pen}${p.x(a).toFixed(1)} ${p.y(b).toFixed(1)}`;
    pen = 'L';
  }
  return out;
}

/** `count` + 1 evenly spaced numbers from a to b. */
export const spread = (a: number, b: number, count: number): number[] => Array.from({ length: count + 1 }, (_, i) => a + ((b - a) * i) / count);

export const clamp = (v: number, low: number, high: number): number => Math.max(low, Math.min(high, v));
