import { describe, expect, it } from 'vitest';
import { grid, move, parse, write } from './order';

describe('an order', () => {
  it('is read as it is typed', () => expect(parse('3, 1 2', 3)).toEqual([3, 1, 2]));
  it('that is no permutation is as the options stand', () => {
    for (const text of ['', '1 1 2', '1 2', '0 1 2', '1 2 4']) expect(parse(text, 3)).toEqual([1, 2, 3]);
  });
  it('is moved and written', () => {
    expect(write(move([1, 2, 3], 2, 0))).toBe('3 1 2');
    expect(move([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
    expect(move([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
  });
});

it('a matrix is previewed as typed, whatever separates it', () => {
  expect(grid('1 2; 3 4')).toEqual([['1', '2'], ['3', '4']]);
  expect(grid('[1, 2;\n3, 1/2]')).toEqual([['1', '2'], ['3', '1/2']]);
  expect(grid(' ')).toEqual([]);
});
