import { describe, expect, it } from 'vitest';
import { brief, extent, linear, ticks } from './scale';

describe('scales', () => {
  it('map the domain onto the range, upside down too', () => {
    const y = linear([0, 10], [100, 0]);
    expect([y(0), y(5), y(10)]).toEqual([100, 50, 0]);
  });
  it('survive a domain without width', () => expect(linear([3, 3], [0, 10])(3)).toBe(0));
  it('ignore what is not finite when they look for the extent', () => {
    expect(extent([NaN, 2, Infinity, -1])).toEqual([-1, 2]);
    expect(extent([])).toEqual([0, 1]);
    expect(extent([4])).toEqual([2, 6]);
    expect(extent([2, 3], { zero: true })).toEqual([0, 3]);
  });
  it('have round ticks without rounding noise', () => {
    expect(ticks([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticks([-3, 12], 4)).toEqual([0, 5, 10]);
    expect(ticks([7, 7])).toEqual([7]);
  });
});

describe('numbers', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [4, '4'],
    [0.125, '0.125'],
    [123456.789, '123500'],
    [3.4e-7, '3.4e-7'],
    [NaN, 'nan'],
    [-Infinity, '-inf'],
    [null, 'NULL'],
    ['text', 'text'],
    [true, 'true'],
    [12345678901, '1.23e10'],
  ])('%s reads %s', (value, text) => expect(brief(value)).toBe(text));
});
