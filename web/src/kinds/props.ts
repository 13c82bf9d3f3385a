// What every kind's widget gets: the right upper part of a step. It shows and edits the desk's files, nothing else.
import type { StepOut } from '../api';
import type { Desk } from '../parts/desk.svelte';
import type { Run } from '../parts/run.svelte';

export interface KindProps {
  step: StepOut;
  desk: Desk;
  run: Run;
  onrun: () => void;
}
