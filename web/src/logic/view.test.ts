import { describe, expect, it } from 'vitest';
import { grids, matrixPair, plot, tablePair, together } from './view';

describe('plots', () => {
  it('take series with names', () => {
    const p = plot('lines', { series: [{ name: 'expected', x: [0, 1], y: [2, 3] }], x_label: 'step' });
    expect(p?.series[0]).toEqual({ name: 'expected', x: [0, 1], y: [2, 3] });
    expect(p?.x).toBe('step');
  });
  it('take yours and expected as bare lists, numbered from 0', () => {
    expect(plot('lines', { yours: [1, 2], expected: [1, 3] })?.series.map((s) => [s.name, s.x])).toEqual([['expected', [0, 1]], ['yours', [0, 1]]]);
  });
  it('take words under bars', () => {
    expect(plot('bars', { labels: ['a', 'b'], yours: [1, 2] })).toMatchObject({ labels: ['a', 'b'], series: [{ x: [0, 1] }] });
  });
  it('read what JSON cannot write as a number', () => expect(plot('lines', { yours: [1, 'nan', '-inf'] })?.series[0]?.y).toEqual([1, NaN, -Infinity]));
  it('are nothing when there is nothing to draw', () => {
    expect(plot('lines', {})).toBeNull();
    expect(plot('points', { series: 'x' })).toBeNull();
  });
});

describe('pairs', () => {
  it('mark the cells the judge marked', () => {
    const p = matrixPair({ yours: [[1, 2]], expected: [[1, 3]], differs: [[false, true]] });
    expect(p?.yours[0]?.map((c) => c.differs)).toEqual([false, true]);
  });
  it('mark rows that the other table lacks, doubles counted', () => {
    const p = tablePair({ columns: ['n'], yours: [[1], [1], [2]], expected: [[1], [2]] });
    expect(p?.yours.map((r) => r[0]?.differs)).toEqual([false, true, false]);
    expect(p?.expected.map((r) => r[0]?.differs)).toEqual([false, false]);
  });
  it('mark rows out of place when only the order differs', () => {
    const p = tablePair({ columns: ['n'], yours: [[2], [1], [3]], expected: [[1], [2], [3]] });
    expect(p?.yours.map((r) => r[0]?.differs)).toEqual([true, true, false]);
  });
  it('are nothing for data of another form', () => {
    expect(matrixPair({ a: 1 })).toBeNull();
    expect(tablePair({})).toBeNull();
  });
});

it('heat maps take one grid or two', () => {
  expect(grids({ values: [[1, 2]] })).toEqual([{ name: '', cells: [[1, 2]] }]);
  expect(grids({ yours: [[1]], expected: [[2]] }).map((g) => g.name)).toEqual(['expected', 'yours']);
  expect(grids({ yours: [] })).toEqual([]);
});

describe('runs side by side', () => {
  const runs = [
    { name: 'run 1', points: [{ step: 1, loss: 3, rate: 1 }, { step: 2, loss: 2, rate: 1 }] },
    { name: 'run 2', points: [{ step: 1, loss: 4 }, { step: 5, loss: 1 }] },
    { name: 'run 3', points: [] },
  ];
  it('are one series a run, of one measure, along the same steps', () => {
    const { measures, plot: p } = together(runs, 'loss');
    expect(measures).toEqual(['loss', 'rate']);
    expect(p?.series).toEqual([{ name: 'run 1', x: [1, 2], y: [3, 2] }, { name: 'run 2', x: [1, 5], y: [4, 1] }]);
    expect([p?.x, p?.y]).toEqual(['step', 'loss']);
  });
  it('leave out a run without the measure, and take the first when none is named', () => {
    expect(together(runs, 'rate').plot?.series.map((s) => s.name)).toEqual(['run 1']);
    expect(together(runs).plot?.y).toBe('loss');
  });
  it('are nothing when none reported anything', () => expect(together([{ name: 'a', points: [] }])).toEqual({ measures: [], plot: null }));
});
