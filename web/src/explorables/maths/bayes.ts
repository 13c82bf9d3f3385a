// Bayes by counting people instead of multiplying shares.

export interface Counts {
  hit: number; // ill and flagged
  missed: number; // ill, not flagged
  alarm: number; // healthy, flagged
  clear: number; // healthy, not flagged
}

/** The probability of being ill when flagged; NaN when nobody is flagged. */
export const posterior = (base: number, sensitivity: number, alarm: number): number => (base * sensitivity) / (base * sensitivity + (1 - base) * alarm);

/** What one expects of `people`, in whole persons. */
export function expected(people: number, base: number, sensitivity: number, alarm: number): Counts {
  const ill = Math.round(people * base);
  const hit = Math.round(ill * sensitivity);
  const false_ = Math.round((people - ill) * alarm);
  return { hit, missed: ill - hit, alarm: false_, clear: people - ill - false_ };
}
