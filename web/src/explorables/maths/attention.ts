// Attention with features made by hand, so that every weight can be explained. No trained model: what a model learns is the features.
import { softmax } from './softmax';

// What a word is, and what each sort of word looks for, in columns: thing, person, action, quality, place word, pronoun.
const COLUMNS = 6;
const SORTS: [RegExp, number[]][] = [
  [/^(he|she|it|they|him|her|them|its|his|their|who|which)$/, [0, 0, 0, 0, 0, 1]],
  [/^(the|a|an|this|that|these|my|your|no)$/, [0, 0, 0, 0, 0, 0]],
  [/^(in|on|at|to|from|of|by|with|over|into|and|or|but|because|if|when)$/, [0, 0, 0, 0, 1, 0]],
  [/^(is|are|was|were|has|had|did|sat|ran|saw|ate|wrote|read|said|gave|likes|loves|sees|not)$/, [0, 0, 1, 0, 0, 0]],
  [/^(tired|old|red|big|small|wide|long|new|good|warm|cold|too|very)$/, [0, 0, 0, 1, 0, 0]],
  [/^(dog|cat|animal|woman|man|girl|boy|child|bird|mouse|robot|horse)$/, [1, 1, 0, 0, 0, 0]],
  [/(ed|ing)$/, [0, 0, 1, 0, 0, 0]],
  [/(ful|ous|ive|able|less|y)$/, [0, 0, 0, 1, 0, 0]],
];
const LOOKS: number[][] = [
  [0.2, 0, 0.6, 1, 0.2, 0], // a thing: its qualities, what it does
  [0, 0, 0.4, 0.4, 0, 0], // a person, on top of that
  [1, 1, 0, 0.2, 0.2, 0.4], // an action: who and what
  [1.2, 0.4, 0.2, 0, 0, 0.6], // a quality: whose
  [1, 0, 0.5, 0, 0, 0], // a place word: the thing
  [0.9, 1.1, 0, 0, 0, 0], // a pronoun: whom it stands for
];

export const words = (sentence: string): string[] => (sentence.toLowerCase().match(/[\p{L}\p{N}']+|[^\s\p{L}\p{N}]/gu) ?? []).slice(0, 14);

export function sort(word: string): number[] {
  if (!/[\p{L}\p{N}]/u.test(word)) return new Array<number>(COLUMNS).fill(0);
  return SORTS.find(([form]) => form.test(word))?.[1] ?? [1, 0, 0, 0, 0, 0];
}

/** Keys say what a word is, queries what it looks for; near words get a little more. Scores before scaling. */
export function scores(sentence: readonly string[]): number[][] {
  const keys = sentence.map(sort);
  return keys.map((own, i) => {
    const query = Array.from({ length: COLUMNS }, (_, c) => own.reduce((s, w, k) => s + w * LOOKS[k]![c]!, 0));
    return keys.map((key, j) => 4 * query.reduce((s, q, c) => s + q * key[c]!, 0) - 0.15 * Math.abs(i - j) + (i === j ? 0.5 : 0));
  });
}

/** Rows of shares. `sharp` multiplies the scores; `causal` lets word i see words 0 to i only. */
export const weights = (table: readonly (readonly number[])[], sharp: number, causal: boolean): number[][] =>
  table.map((row, i) => softmax(row.map((s, j) => (causal && j > i ? -Infinity : s * sharp))));
