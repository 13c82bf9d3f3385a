import { describe, expect, it } from 'vitest';
import { graph, requests } from './graph';

const commit = (parents: number[], message = 'm') => ({ parents, message, author: 'a' });

describe('graph', () => {
  it('puts a merge below nothing and a fork side by side', () => {
    const g = graph({ commits: [commit([]), commit([0]), commit([0]), commit([2, 1])], branches: { main: 3, topic: 1 }, tags: {}, head: 3 })!;
    expect(g.dots.map((d) => [d.row, d.lane])).toEqual([
      [3, 0],
      [2, 0],
      [1, 1],
      [0, 1],
    ]);
    expect(g.edges.map((e) => [e.from.row, e.to.row])).toEqual([
      [2, 3],
      [1, 3],
      [0, 1],
      [0, 2],
    ]);
    expect(g.dots[3]!.names).toEqual(['main']);
    expect(g.dots.map((d) => d.head)).toEqual([false, false, false, true]);
    expect(g.lanes).toBe(2);
  });
  it('says what is not committed', () => {
    expect(graph({ commits: [commit([])], status: ['UU a.txt'], under_way: 'merge' })!.state).toBe('a merge is under way; not committed: UU a.txt');
  });
  it('makes nothing of what is no graph', () => {
    expect(graph(null)).toBeNull();
    expect(graph({ commits: [] })).toBeNull();
    expect(graph({ commits: [{ parents: ['x', 7], message: 3 }, 4] })!.edges).toEqual([]);
  });
});

describe('requests', () => {
  it('marks the rows that differ', () => {
    expect(requests({ log: [{ asked: 'GET /', yours: '200', expected: '200' }, { asked: 'GET /x', yours: '200', expected: '404' }, 3] }).map((r) => r.differs)).toEqual([false, true, false]);
    expect(requests({})).toEqual([]);
  });
});
