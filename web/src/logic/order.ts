// An order as it is typed ("3 1 2": option 3 first) and as a list that can be moved about.

/** The order in the text if it names every option once, else the options as they stand. */
export function parse(text: string, length: number): number[] {
  const found = (text.match(/\d+/g) ?? []).map(Number);
  const whole = found.length === length && new Set(found).size === length && found.every((n) => n >= 1 && n <= length);
  return whole ? found : Array.from({ length }, (_, i) => i + 1);
}

export const write = (order: readonly number[]): string => order.join(' ');

/** Move the entry at `from` to `to`; the others close up. */
export function move(order: readonly number[], from: number, to: number): number[] {
  const next = [...order];
  if (to < 0 || to >= next.length || from < 0 || from >= next.length) return next;
  const [taken] = next.splice(from, 1);
  next.splice(to, 0, taken!);
  return next;
}

/** A matrix as typed ("1 2; 3 4", commas and line ends too) as rows of words, for the preview. */
export const grid = (text: string): string[][] =>
  text
    .replace(/[[\]]/g, ' ')
    .split(/[;\n]/)
    .map((row) => row.trim().split(/[\s,]+/).filter(Boolean))
    .filter((row) => row.length > 0);
