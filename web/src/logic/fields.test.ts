import { expect, it } from 'vitest';
import { read, write } from './fields';

const FILE = '# What is |(3,4)|?\nq1 = ""\n\n# Which norm?\nq2 = "2"  # a number\n';

it('reads the answers that stand in the file', () => expect(read(FILE)).toEqual({ q1: '', q2: '2' }));
it('writes one answer and leaves questions, comments and the other answers alone', () => {
  expect(write(FILE, 'q1', '5')).toBe('# What is |(3,4)|?\nq1 = "5"\n\n# Which norm?\nq2 = "2"  # a number\n');
  expect(read(write(FILE, 'q2', '7'))).toEqual({ q1: '', q2: '7' });
});
it('gives back what was typed, quotes and backslashes too', () => {
  for (const value of ['say "hi"', 'a\\b', "it's", 'x^2 # no comment', '1 2; 3 4', 'ü\nnext']) expect(read(write(FILE, 'q1', value)).q1).toBe(value);
});
it('adds a key that the file lacks', () => expect(read(write('q1 = "1"', 'q9', 'x'))).toEqual({ q1: '1', q9: 'x' }));
it('reads what the server escaped', () => expect(read('q1 = "a\\U0000000Ab\\u00e9"')).toEqual({ q1: 'a\nb\u00e9' }));
