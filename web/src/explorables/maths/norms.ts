// The family of p-norms in the plane.

/** (|x|^p + |y|^p)^(1/p), and the largest entry for p = Infinity; for p < 1 the same formula, which is no norm. */
export function norm([x, y]: readonly [number, number], p: number): number {
  const [a, b] = [Math.abs(x), Math.abs(y)];
  const top = Math.max(a, b);
  if (top === 0 || p === Infinity) return top;
  return top * ((a / top) ** p + (b / top) ** p) ** (1 / p);
}

/** Points on the curve of all vectors whose norm is `size`, once around. */
export function sphere(p: number, size = 1, count = 240): [number, number][] {
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    const v: [number, number] = [Math.cos(angle), Math.sin(angle)];
    const by = size / norm(v, p);
    return [v[0] * by, v[1] * by];
  });
}
