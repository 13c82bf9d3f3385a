// Words and signs for states; nothing is said by colour alone.

export type Outcome = 'accepted' | 'rejected' | 'malformed' | 'crashed' | 'exceeded' | 'broken';
export type Tone = 'done' | 'fail' | 'warn' | 'ours';

/** Unreadable and out of time are warnings, not failures; broken is our fault. */
export function tone(outcome: string): Tone {
  if (outcome === 'accepted') return 'done';
  if (outcome === 'rejected' || outcome === 'crashed') return 'fail';
  if (outcome === 'malformed' || outcome === 'exceeded') return 'warn';
  return 'ours';
}
export const OUTCOME_WORD: Record<Outcome, string> = {
  accepted: 'accepted',
  rejected: 'not yet',
  malformed: 'could not be read; nothing was counted',
  crashed: 'raised an error',
  exceeded: 'over a limit',
  broken: 'our fault; nothing was counted',
};
export const TONE_SIGN: Record<Tone, string> = { done: '✓', fail: '✕', warn: '!', ours: '!' };

export type State = 'locked' | 'ready' | 'active' | 'done' | 'planned' | 'solved' | 'changed' | 'kept';
export const STATE_SIGN: Record<State, string> = { locked: '', ready: '○', active: '◐', done: '●', planned: '', solved: '✓', changed: '↻', kept: '✓' };
export const STATE_WORD: Record<State, string> = {
  locked: 'locked',
  ready: 'ready',
  active: 'in progress',
  done: 'done',
  planned: 'planned',
  solved: 'solved',
  changed: 'changed since you solved it',
  kept: 'solved; closed until it is proven again',
};
/** Accepted once: nothing that happens to a step takes that away. */
export const isSolved = (state: string): boolean => state === 'solved' || state === 'changed' || state === 'kept';
/** Whether the step can be opened now. */
export const isOpen = (state: string): boolean => state !== 'planned' && state !== 'kept';
export const LEVEL_WORD: Record<string, string> = { intro: 'first contact', core: 'core', stretch: 'stretch, may be left undone' };

export const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export function duration(seconds: number): string {
  if (seconds < 0.0995) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 9.95) return `${seconds.toFixed(seconds < 0.995 ? 2 : 1)} s`;
  return `${Math.round(seconds)} s`;
}

/** What the foot of the panel says: go on, start, look back, or nothing to do yet. */
export function doorTo(steps: readonly { id: string; state: string }[]): { step: string; label: string } | null {
  const open = steps.findIndex((s) => s.state === 'active' || s.state === 'changed');
  const at = open >= 0 ? open : steps.findIndex((s) => s.state === 'ready');
  const step = steps[at];
  if (step) return { step: step.id, label: `${steps.some((s) => isSolved(s.state)) || open >= 0 ? 'Continue with' : 'Start'} step ${at + 1}` };
  const solved = steps.findIndex((s) => s.state === 'solved');
  return solved >= 0 ? { step: steps[solved]!.id, label: `Look at step ${solved + 1} again` } : null;
}
