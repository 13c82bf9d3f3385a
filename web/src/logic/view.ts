// A counter-example's view as the page draws it. The data come from outside: whatever does not fit becomes nothing, never an error.

export interface Series {
  name: string;
  x: number[];
  y: number[];
}
export interface Plot {
  mark: 'lines' | 'points' | 'bars';
  series: Series[];
  labels: string[]; // under the bars; [] for numbers
  x: string;
  y: string;
  title: string;
  marks: number[]; // upright lines
  dates: boolean; // x counts days since 1970
  read: boolean; // a figure of the learner's, as the judge read it off the axes
}
export interface Cell {
  value: unknown;
  differs: boolean;
}
export interface Pair {
  yours: Cell[][];
  expected: Cell[][];
  columns: string[];
}
type Data = Readonly<Record<string, unknown>>;

const isList = (v: unknown): v is unknown[] => Array.isArray(v);
/** JSON has no NaN and no infinity: they come as text or null. */
const number = (v: unknown): number => (typeof v === 'number' ? v : v === 'inf' || v === 'Infinity' ? Infinity : v === '-inf' || v === '-Infinity' ? -Infinity : NaN);
const numbers = (v: unknown): number[] => (isList(v) ? v.map(number) : []);
const text = (v: unknown): string => (typeof v === 'string' ? v : '');
const rows = (v: unknown): unknown[][] => (isList(v) ? v.map((r) => (isList(r) ? r : [r])) : []);

function one(name: string, raw: unknown, x: unknown): Series {
  if (raw && typeof raw === 'object' && !isList(raw)) {
    const o = raw as Data;
    return one(text(o['name']) || name, o['y'], o['x'] ?? x);
  }
  const y = numbers(raw);
  const xs = isList(x) ? numbers(x) : y.map((_, i) => i);
  return { name, x: xs.slice(0, y.length), y: y.slice(0, xs.length) };
}

export function plot(mark: Plot['mark'], data: Data): Plot | null {
  const listed = isList(data['series']) ? data['series'].map((s, i) => one(`series ${i + 1}`, s, data['x'])) : [];
  const named = ['expected', 'yours'].filter((k) => k in data).map((k) => one(k, data[k], data['x']));
  const series = [...listed, ...named].filter((s) => s.y.length > 0);
  const labels = (isList(data['labels']) ? data['labels'] : isList(data['x']) && data['x'].some((v) => typeof v === 'string') ? data['x'] : []).map(String);
  if (series.length === 0) return null;
  if (labels.length) for (const s of series) s.x = s.y.map((_, i) => i);
  const marks = numbers(data['marks']).filter(Number.isFinite).slice(0, 20);
  const [x, y] = [text(data['x_label']) || text(data['x']), text(data['y_label']) || text(data['y'])];
  return { mark, series: series.slice(0, 12), labels, x, y, title: text(data['title']), marks, dates: data['dates'] === true, read: data['read'] === true };
}

/** What a run reported while it ran, as one plot: the first of step, epoch, round ... runs along the bottom, everything else is a series. */
export function curve(points: readonly Readonly<Record<string, number>>[]): Plot | null {
  const names = [...new Set(points.flatMap((p) => Object.keys(p)))];
  const along = ['step', 'epoch', 'round', 'iteration', 'batch'].find((n) => names.includes(n)) ?? '';
  const series = names
    .filter((n) => n !== along)
    .map((name) => {
      const held = points.map((p, i) => [along ? p[along] : i, p[name]] as const).filter((at): at is readonly [number, number] => at[0] !== undefined && at[1] !== undefined);
      return { name, x: held.map((at) => at[0]), y: held.map((at) => at[1]) };
    })
    .filter((s) => s.y.length > 0);
  if (!series.length) return null;
  return { mark: 'lines', series: series.slice(0, 6), labels: [], x: along || 'report', y: '', title: '', marks: [], dates: false, read: false };
}

/** What several runs reported of one measure, one series for each run; and every measure that any of them reported. */
export function together(runs: readonly { name: string; points: readonly Readonly<Record<string, number>>[] }[], measure = ''): { measures: string[]; plot: Plot | null } {
  const each = runs.map((run) => ({ name: run.name, drawn: curve(run.points) }));
  const measures = [...new Set(each.flatMap((run) => run.drawn?.series.map((s) => s.name) ?? []))];
  const shown = measures.includes(measure) ? measure : (measures[0] ?? '');
  const series = each.flatMap((run) => (run.drawn?.series ?? []).filter((s) => s.name === shown).map((s) => ({ ...s, name: run.name })));
  const first = each.find((run) => run.drawn)?.drawn;
  return { measures, plot: first && series.length ? { ...first, series, y: shown } : null };
}

/** The tables that a query met, as far as they are small enough to be shown. */
export function tables(data: Data): { name: string; columns: string[]; rows: unknown[][] }[] {
  const found = isList(data['tables']) ? (data['tables'] as Data[]) : [];
  return found.filter((t) => t && typeof t === 'object').map((t) => ({ name: text(t['name']), columns: isList(t['columns']) ? t['columns'].map(String) : [], rows: rows(t['rows']) }));
}

/** Two matrices side by side; without `differs` every cell that is not equal is marked. */
export function matrixPair(data: Data): Pair | null {
  const [yours, expected, differs] = [rows(data['yours']), rows(data['expected']), rows(data['differs'])];
  if (yours.length === 0 && expected.length === 0) return null;
  const bad = (i: number, j: number): boolean => (differs.length ? differs[i]?.[j] === true : yours[i]?.[j] !== expected[i]?.[j]);
  const mark = (m: unknown[][]) => m.map((r, i) => r.map((value, j) => ({ value, differs: bad(i, j) })));
  return { yours: mark(yours), expected: mark(expected), columns: [] };
}

/** Two tables: a row of one that the other lacks (counted, order aside) is marked; with equal rows, those out of place are. */
export function tablePair(data: Data): Pair | null {
  const [yours, expected] = [rows(data['yours']), rows(data['expected'])];
  const columns = isList(data['columns']) ? data['columns'].map(String) : [];
  if (columns.length === 0 && yours.length === 0 && expected.length === 0) return null;
  const key = (r: unknown[]) => JSON.stringify(r);
  const lacking = (mine: unknown[][], other: unknown[][]) => {
    const left = new Map<string, number>();
    for (const r of other) left.set(key(r), (left.get(key(r)) ?? 0) + 1);
    return mine.map((r) => {
      const n = left.get(key(r)) ?? 0;
      left.set(key(r), n - 1);
      return n <= 0;
    });
  };
  let [a, b] = [lacking(yours, expected), lacking(expected, yours)];
  if (!a.some(Boolean) && !b.some(Boolean)) [a, b] = [yours.map((r, i) => key(r) !== key(expected[i] ?? [])), expected.map((r, i) => key(r) !== key(yours[i] ?? []))];
  const mark = (m: unknown[][], bad: boolean[]) => m.map((r, i) => r.map((value) => ({ value, differs: bad[i] ?? false })));
  return { yours: mark(yours, a), expected: mark(expected, b), columns };
}

/** One, or yours and expected, as grids of numbers for a heat map. */
export function grids(data: Data): { name: string; cells: number[][] }[] {
  const found = ['expected', 'yours', 'values'].filter((k) => k in data).map((k) => ({ name: k === 'values' ? '' : k, cells: rows(data[k]).map(numbers) }));
  return found.filter((g) => g.cells.length > 0 && (g.cells[0]?.length ?? 0) > 0);
}
