// Plays a figure forward. Whoever asked for less motion gets the last frame at once.

export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Calls `step` every `ms` until it says false; returns a function that stops it. */
export function play(step: () => boolean, ms = 70, most = 2000): () => void {
  if (still()) {
    for (let i = 0; i < most && step(); i += 1);
    return () => undefined;
  }
  const timer = setInterval(() => step() || clearInterval(timer), ms);
  return () => clearInterval(timer);
}
