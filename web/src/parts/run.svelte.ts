// One run from the press of the key to the verdict; a reload or a lost line picks it up again.
import { ask, client, type SubmissionOut, Trouble, type VerdictOut } from '../api';

interface RunEvent {
  n: number;
  name?: string;
  passed?: boolean | null;
  values?: Record<string, number>;
  text?: string;
  submission?: SubmissionOut;
  opened?: string[];
  next_step?: string | null;
}
type Done = (event: { verdict: VerdictOut; next: string | null; opened: string[] }) => void;

export class Run {
  id = $state<string | null>(null);
  source = $state('web');
  verdict = $state.raw<VerdictOut | null>(null);
  opened = $state.raw<string[]>([]);
  checks = $state.raw<{ name: string; passed: boolean | null }[]>([]);
  curve = $state.raw<Record<string, number>[]>([]);
  lines = $state.raw<string[]>([]);
  busy = $state(false);
  stage = $state<'sending' | 'queued' | 'running'>('sending');
  began = $state(0);
  trouble = $state.raw<Trouble | null>(null);
  refused = $state(''); // why it cannot be stopped here
  posting = false;
  private stream: EventSource | null = null;
  private last = -1;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly step: string,
    private readonly done: Done,
    private readonly post?: (files: Record<string, string>) => Promise<{ id: string }>, // a review is handed in elsewhere
  ) {}

  async start(files: Record<string, string>): Promise<void> {
    if (this.busy) return;
    this.reset('web');
    this.posting = true;
    try {
      const { id } = await (this.post?.(files) ?? ask(client.POST('/api/submissions', { body: { step: this.step, files, fields: null, source: 'web' } })));
      this.id = String(id);
      this.listen();
    } catch (error) {
      this.busy = false;
      this.trouble = error instanceof Trouble ? error : new Trouble(String(error), '', 0);
    } finally {
      this.posting = false;
    }
  }

  /** End the run; its verdict, which counts nothing, comes like any other. */
  async halt(): Promise<void> {
    if (!this.busy || !this.id) return;
    try {
      await ask(client.POST('/api/submissions/{id}/stop', { params: { path: { id: this.id } } }));
    } catch (error) {
      if (error instanceof Trouble && this.busy) this.refused = `${error.say} ${error.next}`;
    }
  }

  /** Show a run that another way in (terminal, editor, another tab) began. */
  follow(id: string, source: string): void {
    if (id === this.id || this.posting) return;
    this.reset(source);
    this.id = id;
    this.listen();
  }

  /** The last verdict, as the server remembers it. */
  recall(submission: SubmissionOut | null | undefined): void {
    if (!submission || this.busy || this.id === String(submission.id)) return;
    if (!submission.verdict) return this.follow(String(submission.id), submission.source);
    this.id = String(submission.id);
    this.source = submission.source;
    this.verdict = submission.verdict;
    this.curve = submission.curve;
  }

  private reset(source: string): void {
    this.stop();
    this.busy = true;
    this.source = source;
    this.stage = 'sending';
    this.began = performance.now();
    this.checks = [];
    this.curve = [];
    this.lines = [];
    this.refused = '';
    this.trouble = null;
    this.last = -1;
  }

  private listen(): void {
    const stream = (this.stream = new EventSource(`/api/submissions/${this.id}/events`));
    const hear = (message: MessageEvent<string>) => this.hear(JSON.parse(message.data) as RunEvent);
    stream.onmessage = hear;
    for (const name of ['queued', 'check', 'check_done', 'curve', 'line', 'verdict', 'verdict_ready', 'Queued', 'CheckDone', 'Curve', 'VerdictReady']) stream.addEventListener(name, hear);
    stream.onerror = () => {
      // The browser tries again by itself unless the server said no: then ask for the replay.
      if (stream.readyState !== EventSource.CLOSED || this.stream !== stream) return;
      this.retry = setTimeout(() => void this.replay(), 1000);
    };
  }

  private async replay(): Promise<void> {
    if (!this.busy || !this.id) return;
    try {
      const { submission, events } = await ask(client.GET('/api/submissions/{id}', { params: { path: { id: this.id as never } } }));
      for (const event of events) this.hear(event as RunEvent);
      if (this.busy && submission.verdict) this.finish(submission, [], null);
      else if (this.busy) this.listen();
    } catch (error) {
      if (error instanceof Trouble && !error.gone) {
        this.busy = false;
        this.trouble = error;
      } else this.retry = setTimeout(() => void this.replay(), 1500);
    }
  }

  private hear(event: RunEvent): void {
    if (event.n <= this.last) return;
    this.last = event.n;
    if (event.submission) this.finish(event.submission, event.opened ?? [], event.next_step ?? null);
    else if (event.values) this.curve = [...this.curve, event.values];
    else if (event.text !== undefined) {
      this.stage = 'running';
      this.lines = [...this.lines, event.text];
    }
    else if (event.passed !== undefined) {
      this.stage = 'running';
      this.checks = [...this.checks, { name: event.name ?? '', passed: event.passed }];
    } else this.stage = 'queued';
  }

  private finish(submission: SubmissionOut, opened: string[], next: string | null): void {
    this.stop();
    this.busy = false;
    this.verdict = submission.verdict;
    this.opened = opened;
    if (submission.verdict) this.done({ verdict: submission.verdict, next, opened });
  }

  stop(): void {
    clearTimeout(this.retry);
    this.stream?.close();
    this.stream = null;
  }
}
