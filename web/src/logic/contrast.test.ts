import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast';

const css = readFileSync(new URL('../style/tokens.css', import.meta.url), 'utf8');
const tokens = (head: string): Record<string, string> => {
  const block = css.slice(css.indexOf(head)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
};
const themes = { light: tokens(':root {'), dark: tokens(":root[data-theme='dark'] {") };

const TEXT: [string, string[]][] = [
  ['ink', ['page', 'surface', 'sunk', 'done-tint', 'active-tint', 'due-tint', 'fail-tint', 'warn-tint', 'select']],
  ['ink-2', ['page', 'surface', 'sunk', 'done-tint', 'active-tint']],
  ['ink-3', ['page', 'surface', 'sunk']],
  ['done', ['page', 'surface', 'done-tint']],
  ['active', ['page', 'surface', 'active-tint']],
  ['due-text', ['page', 'surface']],
  ['fail', ['page', 'surface', 'fail-tint']],
  ['warn', ['page', 'surface']],
  ['syn-keyword', ['surface', 'sunk']],
  ['syn-name', ['surface', 'sunk']],
  ['syn-string', ['surface', 'sunk']],
  ['syn-number', ['surface', 'sunk']],
  ['syn-comment', ['surface']],
  ['on-ink', ['ink']],
];

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  it.each(TEXT.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const)))('shows %s on %s at 4.5 or better', (ink, ground) => {
    expect(contrast(theme[ink] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  it('keeps every sign visible on the page at 3 or better', () => {
    for (const sign of ['done', 'active', 'due', 'fail', 'warn', 'ink-2']) expect(contrast(theme[sign] ?? '', theme['page'] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('agrees with the standard at both ends', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
