// Byte-pair encoding: count neighbouring parts, glue the most frequent pair, again and again.

export interface Word {
  parts: string[];
  count: number;
}
export interface Merge {
  pair: [string, string];
  count: number;
}

/** Words of a text with their counts, each as a list of characters. */
export function start(text: string): Word[] {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/).filter(Boolean)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ parts: [...word], count }));
}

/** Pairs by count, then in the order of the alphabet; a run such as aaa counts what can be glued from the left. */
export function pairs(words: readonly Word[]): Merge[] {
  const counts = new Map<string, Merge>();
  for (const { parts, count } of words)
    for (let i = 0; i + 1 < parts.length; i += 1) {
      const [a, b] = [parts[i]!, parts[i + 1]!];
      const key = `${a} ${b}`;
      const seen = counts.get(key) ?? { pair: [a, b], count: 0 };
      counts.set(key, { ...seen, count: seen.count + count });
      if (a === b && parts[i + 2] === a) i += 1;
    }
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...counts.values()].sort((m, n) => n.count - m.count || before(m.pair[0], n.pair[0]) || before(m.pair[1], n.pair[1]));
}

export const glue = (words: readonly Word[], [a, b]: readonly [string, string]): Word[] =>
  words.map(({ parts, count }) => {
    const out: string[] = [];
    for (let i = 0; i < parts.length; i += 1) {
      if (parts[i] === a && parts[i + 1] === b) {
        out.push(a + b);
        i += 1;
      } else out.push(parts[i]!);
    }
    return { parts: out, count };
  });

/** Every stage of learning at most `most` merges: the words, and the merge that led there (none for the first). */
export function learn(text: string, most: number): { words: Word[]; merge: Merge | null }[] {
  const stages: { words: Word[]; merge: Merge | null }[] = [{ words: start(text), merge: null }];
  while (stages.length <= most) {
    const { words } = stages.at(-1)!;
    const [best] = pairs(words);
    if (!best) break;
    stages.push({ words: glue(words, best.pair), merge: best });
  }
  return stages;
}

/** How many parts the whole text is cut into. */
export const size = (words: readonly Word[]): number => words.reduce((n, w) => n + w.parts.length * w.count, 0);
