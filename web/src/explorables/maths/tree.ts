// A decision tree for two classes in the plane, grown greedily by Gini impurity.
import { normal, seeded } from './random';

export interface Row {
  x: number;
  y: number;
  label: 0 | 1;
}
export interface Region {
  left: number;
  right: number;
  bottom: number;
  top: number;
  label: 0 | 1;
}

const gini = (ones: number, n: number): number => (n ? 2 * (ones / n) * (1 - ones / n) : 0);

/** The best question "is x (0) or y (1) at most `at`?", or null where no question splits the rows. */
export function question(rows: readonly Row[]): { axis: 0 | 1; at: number; gain: number } | null {
  const n = rows.length;
  const ones = rows.filter((r) => r.label).length;
  let best: { axis: 0 | 1; at: number; gain: number } | null = null;
  for (const axis of [0, 1] as const) {
    const sorted = rows.map((r) => ({ at: axis ? r.y : r.x, label: r.label })).sort((a, b) => a.at - b.at);
    let below = 0;
    for (let i = 1; i < n; i += 1) {
      below += sorted[i - 1]!.label;
      if (sorted[i]!.at === sorted[i - 1]!.at) continue;
      const gain = gini(ones, n) - (i / n) * gini(below, i) - ((n - i) / n) * gini(ones - below, n - i);
      if (!best || gain > best.gain + 1e-12) best = { axis, at: (sorted[i]!.at + sorted[i - 1]!.at) / 2, gain };
    }
  }
  return best;
}

/** The rectangles that a tree of at most this depth cuts the box [-1, 1] x [-1, 1] into. */
export function grow(rows: readonly Row[], depth: number, box: Omit<Region, 'label'> = { left: -1, right: 1, bottom: -1, top: 1 }): Region[] {
  const ones = rows.filter((r) => r.label).length;
  const asked = depth > 0 && ones > 0 && ones < rows.length ? question(rows) : null;
  if (!asked) return [{ ...box, label: ones * 2 > rows.length ? 1 : 0 }];
  const { axis, at } = asked;
  const [low, high] = axis ? [{ ...box, top: at }, { ...box, bottom: at }] : [{ ...box, right: at }, { ...box, left: at }];
  const below = (r: Row) => (axis ? r.y : r.x) <= at;
  return [...grow(rows.filter(below), depth - 1, low), ...grow(rows.filter((r) => !below(r)), depth - 1, high)];
}

export const predict = (regions: readonly Region[], x: number, y: number): 0 | 1 =>
  regions.find((r) => x <= r.right && y <= r.top && (x > r.left || r.left === -1) && (y > r.bottom || r.bottom === -1))?.label ?? 0;

/** The share of rows that the tree gets wrong. */
export const error = (regions: readonly Region[], rows: readonly Row[]): number =>
  rows.filter((r) => predict(regions, r.x, r.y) !== r.label).length / rows.length;

/** The line that no tree sees: class 1 above it. */
export const truth = (x: number): number => 0.55 * Math.sin(3.1 * x);

/** Points of the square; one label in five is wrong by chance. */
export function draw(count: number, seed: number): Row[] {
  const random = seeded(seed);
  const inside = () => 2 * random() - 1;
  return Array.from({ length: count }, () => {
    const [x, y] = [inside(), inside()];
    const above = y + 0.1 * normal(random) > truth(x);
    return { x, y, label: above === random() >= 0.2 ? 1 : 0 };
  });
}
