import { describe, expect, it } from 'vitest';
import { nearest } from './nearest';

const places = [
  { id: 'a1', column: 0, y: 24 },
  { id: 'a2', column: 0, y: 67 },
  { id: 'a3', column: 0, y: 160 },
  { id: 'b1', column: 1, y: 30 },
  { id: 'b2', column: 1, y: 150 },
];

describe('arrow keys on the board', () => {
  it('go left and right to the nearest card by height, not by row number', () => {
    expect(nearest(places, 'a3', 'ArrowRight')).toBe('b2');
    expect(nearest(places, 'a2', 'ArrowRight')).toBe('b1');
    expect(nearest(places, 'b2', 'ArrowLeft')).toBe('a3');
  });
  it('go down from the foot of a column to the top of the next', () => {
    expect(nearest(places, 'a3', 'ArrowDown')).toBe('b1');
    expect(nearest(places, 'b1', 'ArrowUp')).toBe('a3');
  });
  it('stay where they are at the edge', () => {
    expect(nearest(places, 'a1', 'ArrowUp')).toBe('a1');
    expect(nearest(places, 'b1', 'ArrowRight')).toBe('b1');
  });
  it('start at the first card when the one they come from is gone', () => {
    expect(nearest(places, 'gone', 'ArrowLeft')).toBe('a1');
  });
});
