// Lines of two texts side by side, by their longest common subsequence.

export interface Line {
  left: string | null;
  right: string | null;
  same: boolean;
}

/** Rows for a two-column view. Beyond 2,000 lines on a side the texts are shown unaligned. */
export function sideBySide(a: string, b: string): Line[] {
  const left = a.replace(/\n$/, '').split('\n');
  const right = b.replace(/\n$/, '').split('\n');
  if (left.length > 2000 || right.length > 2000) {
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => ({ left: left[i] ?? null, right: right[i] ?? null, same: left[i] === right[i] }));
  }
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      table[i * width + j] = left[i] === right[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const rows: Line[] = [];
  let [i, j] = [0, 0];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = () => {
    for (let k = 0; k < Math.max(gone.length, come.length); k += 1) rows.push({ left: gone[k] ?? null, right: come[k] ?? null, same: false });
    [gone, come] = [[], []];
  };
  while (i < left.length || j < right.length) {
    const [l, r] = [left[i], right[j]];
    if (l !== undefined && r !== undefined && l === r) {
      flush();
      rows.push({ left: l, right: r, same: true });
      i += 1;
      j += 1;
    } else if (r === undefined || (l !== undefined && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))) {
      gone.push(l ?? '');
      i += 1;
    } else {
      come.push(r);
      j += 1;
    }
  }
  flush();
  return rows;
}
