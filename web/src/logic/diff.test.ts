import { expect, it } from 'vitest';
import { sideBySide } from './diff';

it('aligns equal lines and pairs changed ones', () => {
  expect(sideBySide('a\nb\nc\n', 'a\nx\nc\n')).toEqual([
    { left: 'a', right: 'a', same: true },
    { left: 'b', right: 'x', same: false },
    { left: 'c', right: 'c', same: true },
  ]);
});
it('shows added and lost lines on one side only', () => {
  expect(sideBySide('a\n', 'a\nb\n')[1]).toEqual({ left: null, right: 'b', same: false });
  expect(sideBySide('a\nb\n', 'b\n')[0]).toEqual({ left: 'a', right: null, same: false });
});
it('loses no line of either text', () => {
  const [a, b] = ['1\n2\n3\n4', '0\n2\n4\n5\n6'];
  const rows = sideBySide(a, b);
  expect(rows.flatMap((r) => (r.left === null ? [] : [r.left])).join('\n')).toBe(a);
  expect(rows.flatMap((r) => (r.right === null ? [] : [r.right])).join('\n')).toBe(b);
});
