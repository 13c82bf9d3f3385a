import { describe, expect, it } from 'vitest';
import { guessed } from './ask';
import { axes, clamp, path, spread } from './plane';

const p = axes([-2, 2], [0, 10], 420, 220, { left: 10, right: 10, top: 5, bottom: 15 });

describe('paper', () => {
  it('puts data where they belong, up being up', () => {
    expect([p.x(-2), p.x(0), p.x(2)]).toEqual([10, 210, 410]);
    expect([p.y(0), p.y(10)]).toEqual([205, 5]);
  });
  it('finds the data back from pixels', () => {
    for (const v of [-1.7, 0.3, 2]) expect(p.fromX(p.x(v))).toBeCloseTo(v, 12);
    for (const v of [0, 3.3, 10]) expect(p.fromY(p.y(v))).toBeCloseTo(v, 12);
  });
  it('lifts the pen over what is not finite', () => {
    expect(path(p, [[-2, 0], [0, NaN], [0, 0], [2, 10], [Infinity, 1]])).toBe('M10.0 205.0M210.0 205.0L410.0 5.0');
    expect(path(p, [])).toBe('');
  });
  it('spreads and clamps', () => {
    expect(spread(0, 1, 4)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect([clamp(-1, 0, 5), clamp(7, 0, 5), clamp(3, 0, 5)]).toEqual([0, 5, 3]);
  });
});

describe('a guess', () => {
  it('is said back in the words it was given in', () => {
    expect(guessed({ question: '?', choices: ['up', 'down'] }, 1)).toBe('“down”');
    expect(guessed({ question: '?', label: 'share', from: 0, to: 100, step: 1, start: 50, show: (v) => `${v} %` }, 9)).toBe('9 %');
  });
  it('of an option that is gone after an update is no crash', () => expect(guessed({ question: '?', choices: ['up'] }, 7)).toBe('“”'));
});
