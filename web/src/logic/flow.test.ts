import { describe, expect, it } from 'vitest';
import { COMPACT, flow, type Group } from './flow';

const groups = (sizes: number[]): Group[] => sizes.map((n, g) => ({ id: `g${g}`, items: Array.from({ length: n }, (_, i) => `g${g}-${i}`) }));
const ROADMAP = [2, 5, 3, 4, 10, 9, 7, 6, 16, 4, 13, 7, 6, 6, 2, 10, 6, 4, 8]; // the real tracks

describe('newspaper flow', () => {
  it('puts the real roadmap into ten columns no higher than 680 px', () => {
    const board = flow(groups(ROADMAP));
    expect(board.columns).toBeLessThanOrEqual(10);
    expect(board.height).toBeLessThanOrEqual(680);
    expect(board.places).toHaveLength(128);
  });

  it('keeps the order of the items, down and then right', () => {
    const board = flow(groups(ROADMAP));
    const sorted = [...board.places].sort((a, b) => a.column - b.column || a.y - b.y);
    expect(sorted.map((p) => p.id)).toEqual(board.places.map((p) => p.id));
    expect(board.places[0]?.id).toBe('g0-0');
  });

  it('never leaves a heading alone at the foot and never lets cards overlap', () => {
    const board = flow(groups(ROADMAP));
    for (const h of board.headings) expect(board.places.some((p) => p.column === h.column && p.y === h.y + COMPACT.head)).toBe(true);
    for (const a of board.places) for (const b of board.places) if (a !== b && a.column === b.column) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(COMPACT.card);
  });

  it('starts every column with a heading and says which ones are continued', () => {
    const board = flow(groups(ROADMAP));
    for (let c = 0; c < board.columns; c += 1) expect(board.headings.some((h) => h.column === c && h.y === 0)).toBe(true);
    expect(board.headings.filter((h) => !h.again)).toHaveLength(19);
  });

  it('leaves out empty groups and copes with nothing at all', () => {
    expect(flow(groups([0, 3]), { ...COMPACT, columns: 1 }).headings).toEqual([{ group: 'g1', column: 0, y: 0, again: false }]);
    expect(flow([]).places).toEqual([]);
  });
});
