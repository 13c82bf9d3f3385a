// Light, dark or the system's choice. public/theme.js does the same before the first paint.
import { recall, remember } from './memory';

export type Choice = 'system' | 'light' | 'dark';
const dark = matchMedia('(prefers-color-scheme: dark)');
const kept = recall('theme');
let choice = $state<Choice>(kept === 'light' || kept === 'dark' ? kept : 'system');

function show(): void {
  document.documentElement.dataset['theme'] = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
}
dark.addEventListener('change', show);

export const theme = {
  get choice(): Choice {
    return choice;
  },
  next(): void {
    choice = choice === 'system' ? 'light' : choice === 'light' ? 'dark' : 'system';
    remember('theme', choice === 'system' ? null : choice);
    show();
  },
};
