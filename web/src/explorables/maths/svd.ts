// Singular values by one-sided Jacobi rotations, for pictures of a few thousand pixels.

export interface Svd {
  left: number[][]; // one column u_i an entry
  values: number[]; // descending
  right: number[][]; // one v_i an entry
}

/** A matrix given by its rows, with at least as many rows as columns. */
export function svd(rows: readonly (readonly number[])[]): Svd {
  const n = rows[0]!.length;
  const u = Array.from({ length: n }, (_, j) => Float64Array.from(rows, (r) => r[j]!));
  const v = Array.from({ length: n }, (_, j) => Float64Array.from({ length: n }, (_, i) => (i === j ? 1 : 0)));
  for (let sweep = 0, moved = true; moved && sweep < 40; sweep += 1) {
    moved = false;
    for (let p = 0; p < n - 1; p += 1)
      for (let q = p + 1; q < n; q += 1) {
        const a = dot(u[p]!, u[p]!);
        const b = dot(u[q]!, u[q]!);
        const c = dot(u[p]!, u[q]!);
        if (Math.abs(c) <= 1e-11 * Math.sqrt(a * b) || Math.abs(c) < 1e-14) continue;
        moved = true;
        const zeta = (b - a) / (2 * c);
        const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.hypot(1, zeta));
        const cos = 1 / Math.hypot(1, t);
        rotate(u[p]!, u[q]!, cos, cos * t);
        rotate(v[p]!, v[q]!, cos, cos * t);
      }
  }
  const sizes = u.map((column) => Math.sqrt(dot(column, column)));
  const order = sizes.map((_, i) => i).sort((i, j) => sizes[j]! - sizes[i]!);
  return {
    left: order.map((i) => Array.from(u[i]!, (x) => (sizes[i]! > 1e-12 ? x / sizes[i]! : 0))),
    values: order.map((i) => sizes[i]!),
    right: order.map((i) => Array.from(v[i]!)),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

function rotate(a: Float64Array, b: Float64Array, cos: number, sin: number): void {
  for (let i = 0; i < a.length; i += 1) {
    const x = a[i]!;
    const y = b[i]!;
    a[i] = cos * x - sin * y;
    b[i] = sin * x + cos * y;
  }
}

/** The sum of the first k sheets, row by row in one list. */
export function sheets({ left, values, right }: Svd, k: number): Float64Array {
  const [m, n] = [left[0]!.length, right[0]!.length];
  const out = new Float64Array(m * n);
  for (let s = 0; s < Math.min(k, values.length); s += 1)
    for (let i = 0; i < m; i += 1) {
      const weight = values[s]! * left[s]![i]!;
      for (let j = 0; j < n; j += 1) out[i * n + j]! += weight * right[s]![j]!;
    }
  return out;
}

/** Relative error in the Frobenius norm when k sheets are kept. */
export function lost(values: readonly number[], k: number): number {
  const squares = values.map((v) => v * v);
  const all = squares.reduce((a, b) => a + b, 0);
  return all ? Math.sqrt(squares.slice(k).reduce((a, b) => a + b, 0) / all) : 0;
}
