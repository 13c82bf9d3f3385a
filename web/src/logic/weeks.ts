// Twelve weeks of days as a grid, Monday first, in the reader's own time zone.

export interface Day {
  date: string; // 2026-01-31
  count: number;
  ahead: boolean; // not there yet
}

const pad = (n: number) => String(n).padStart(2, '0');
export const dayOf = (at: Date): string => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;

/** Columns of seven days, the last one holding `today`. */
export function weeks(times: readonly string[], today: Date, columns = 12): Day[][] {
  const counts = new Map<string, number>();
  for (const time of times) {
    const day = dayOf(new Date(time));
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const monday = today.getDate() - ((today.getDay() + 6) % 7);
  return Array.from({ length: columns }, (_, week) =>
    Array.from({ length: 7 }, (_, n) => {
      // Noon: a day that is 23 or 25 hours long is still one day.
      const at = new Date(today.getFullYear(), today.getMonth(), monday + (week - columns + 1) * 7 + n, 12);
      const date = dayOf(at);
      return { date, count: counts.get(date) ?? 0, ahead: date > dayOf(today) };
    }),
  );
}

/** Four shades above none. */
export const shade = (count: number): number => (count === 0 ? 0 : count === 1 ? 1 : count <= 3 ? 2 : count <= 6 ? 3 : 4);
