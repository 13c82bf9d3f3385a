// What a figure asks before it shows anything. A guess is kept and shown again; nobody counts or judges it.

interface Question {
  question: string;
}
export interface Choice extends Question {
  choices: string[];
}
export interface Estimate extends Question {
  label: string;
  from: number;
  to: number;
  step: number;
  start: number;
  show?: (value: number) => string;
}
export type Ask = Choice | Estimate;

/** A guess in the learner's own words: the option's text, or the number as the slider wrote it. */
export const guessed = (ask: Ask, guess: number): string => ('choices' in ask ? `“${ask.choices[guess] ?? ''}”` : (ask.show ?? String)(guess));
