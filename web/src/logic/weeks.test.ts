import { describe, expect, it } from 'vitest';
import { dayOf, shade, weeks } from './weeks';

describe('twelve weeks', () => {
  const today = new Date(2026, 2, 4, 9); // a Wednesday
  const grid = weeks([new Date(2026, 2, 4, 1).toISOString(), new Date(2026, 2, 4, 23).toISOString(), new Date(2026, 1, 1, 12).toISOString()], today);
  it('begin on a Monday and end with this week', () => {
    expect(grid.length).toBe(12);
    expect(grid.every((w) => w.length === 7)).toBe(true);
    expect(grid[11]!.map((d) => d.date)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']);
    expect(grid[11]!.map((d) => d.ahead)).toEqual([false, false, false, true, true, true, true]);
  });
  it('count what was done on a day of the reader, over the end of a month', () => {
    expect(grid[11]![2]!.count).toBe(2);
    expect(grid.flat().find((d) => d.date === '2026-02-01')!.count).toBe(1);
  });
  it('hold each day once, whatever the clocks do', () => {
    for (const day of [new Date(2026, 3, 1), new Date(2026, 10, 3)]) expect(new Set(weeks([], day).flat().map((d) => d.date)).size).toBe(84);
  });
  it('have four shades', () => expect([0, 1, 3, 5, 20].map(shade)).toEqual([0, 1, 2, 3, 4]));
  it('know a day by its own date', () => expect(dayOf(new Date(2026, 0, 5))).toBe('2026-01-05'));
});
