// A run that nobody judges: the answer as a program, then a few lines of the learner's own. The lines are kept in this browser.
import { ask, client, type RanOut, Trouble } from '../api';
import { recall, remember } from './memory';

export class Tryout {
  then = $state('');
  ran = $state.raw<RanOut | null>(null);
  busy = $state(false);
  open = $state(false); // once used, the panel stays until it is closed
  trouble = $state.raw<Trouble | null>(null);

  constructor(readonly step: string) {
    this.then = recall(`then:${step}`) ?? '';
  }

  async run(files: Record<string, string>): Promise<void> {
    if (this.busy) return;
    this.busy = this.open = true;
    this.trouble = null;
    remember(`then:${this.step}`, this.then || null);
    try {
      this.ran = await ask(client.POST('/api/steps/{id}/run', { params: { path: { id: this.step } }, body: { files, then: this.then } }));
    } catch (error) {
      this.trouble = error instanceof Trouble ? error : new Trouble(String(error), '', 1);
    } finally {
      this.busy = false;
    }
  }

  close(): void {
    this.open = false;
    this.ran = null;
  }
}
