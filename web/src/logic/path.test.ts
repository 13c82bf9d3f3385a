import { describe, expect, it } from 'vitest';
import { way, wayWords, type Known } from './path';

const graph = (rows: [string, string[], string?][]) => new Map<string, Known>(rows.map(([id, prerequisites, state = 'locked']) => [id, { id, prerequisites, state }]));

describe('the way to a concept', () => {
  const g = graph([
    ['a', [], 'done'],
    ['b', ['a']],
    ['c', ['a', 'b']],
    ['d', ['c', 'b']],
    ['apart', []],
  ]);

  it('puts every concept after all that it needs, the goal last', () => {
    const { order } = way(g, 'd');
    expect(order).toEqual(['b', 'c', 'd']);
  });

  it('counts what is done apart and leaves out what the goal does not need', () => {
    expect(way(g, 'd').yours).toEqual(['a']);
    expect(way(g, 'd').order).not.toContain('apart');
  });

  it('ends on a cycle and on an unknown prerequisite', () => {
    const odd = graph([['x', ['y']], ['y', ['x', 'nowhere']]]);
    expect(way(odd, 'x').order).toEqual(['y', 'x']);
  });

  it('says how far it is', () => {
    expect(wayWords('D', way(g, 'd'))).toBe('D: 2 concepts to go, 1 already yours. The numbers are the order.');
    expect(wayWords('B', way(g, 'b'))).toBe('B: nothing is missing before it, 1 already yours.');
    expect(wayWords('A', way(g, 'a'))).toBe('A: already yours.');
  });
});
