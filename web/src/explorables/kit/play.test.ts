import { afterEach, describe, expect, it, vi } from 'vitest';
import { play } from './play';

const motion = (reduced: boolean) => vi.stubGlobal('matchMedia', () => ({ matches: reduced }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('playing forward', () => {
  it('goes step by step until a step says it was the last', () => {
    motion(false);
    vi.useFakeTimers();
    let steps = 0;
    play(() => (steps += 1) < 3, 50);
    expect(steps).toBe(0);
    vi.advanceTimersByTime(50);
    expect(steps).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(steps).toBe(3);
  });
  it('can be stopped', () => {
    motion(false);
    vi.useFakeTimers();
    let steps = 0;
    const stop = play(() => (steps += 1) < 9, 50);
    vi.advanceTimersByTime(100);
    stop();
    vi.advanceTimersByTime(1000);
    expect(steps).toBe(2);
  });
  it('shows the last frame at once to those who want less motion, and never hangs', () => {
    motion(true);
    let steps = 0;
    play(() => (steps += 1) < 5);
    expect(steps).toBe(5);
    play(() => (steps += 1) > 0, 50, 100);
    expect(steps).toBe(105);
  });
});
