import { describe, expect, it } from 'vitest';
import { count, doorTo, duration, tone } from './words';

describe('outcomes', () => {
  it('blame nobody for what could not be read, took too long or was our fault', () => {
    expect(['malformed', 'exceeded'].map(tone)).toEqual(['warn', 'warn']);
    expect(tone('broken')).toBe('ours');
    expect(['rejected', 'crashed'].map(tone)).toEqual(['fail', 'fail']);
  });
});

describe('the door of a concept', () => {
  const steps = (...states: string[]) => states.map((state, i) => ({ id: `s${i + 1}`, state }));
  it('leads to the step that was begun, else to the first that is ready', () => {
    expect(doorTo(steps('solved', 'ready', 'active'))).toEqual({ step: 's3', label: 'Continue with step 3' });
    expect(doorTo(steps('planned', 'ready'))).toEqual({ step: 's2', label: 'Start step 2' });
  });
  it('leads back when all is solved and nowhere when nothing exists yet', () => {
    expect(doorTo(steps('solved', 'planned'))?.label).toBe('Look at step 1 again');
    expect(doorTo(steps('planned'))).toBeNull();
  });
});

it('times read as a person would say them', () => {
  expect([0.0004, 0.041, 0.41, 3.14, 12.3].map(duration)).toEqual(['1 ms', '41 ms', '0.41 s', '3.1 s', '12 s']);
});
it('counts agree with their nouns', () => expect([count(1, 'step'), count(380, 'step')]).toEqual(['1 step', '380 steps']));
