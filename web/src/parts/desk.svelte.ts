// The learner's files of one step on this page: drafts that are kept here until the server has confirmed them.
import { ask, client, type FileOut, Trouble } from '../api';
import { begin, confirmed, type Draft, due, failed, keep, type Kept, onDisk, refused, sending, settle, typed, unsaved } from '../logic/draft';
import { recall, remember, remembered, tab } from './memory';

/** Saves one file somewhere else than in the workspace of a step (a review has a folder of its own). */
export type Save = (file: { name: string; text: string; base_hash: string }) => Promise<{ hash: string }>;
const PAUSE = 350; // milliseconds after the last key before a save

export class Desk {
  drafts = $state.raw<Readonly<Record<string, Draft>>>({});
  savedAt = $state(0);
  trouble = $state('');
  unkept = $state(false); // this browser refuses to keep drafts
  private timer: ReturnType<typeof setTimeout> | undefined;
  private tickets = 0;
  readonly names: readonly string[];
  readonly languages: Readonly<Record<string, string>>;

  constructor(
    readonly step: string,
    files: readonly FileOut[],
    private readonly elsewhere?: Save,
  ) {
    this.names = files.map((f) => f.name);
    this.languages = Object.fromEntries(files.map((f) => [f.name, f.language]));
    this.drafts = Object.fromEntries(files.map((f) => [f.name, begin(f.text, f.hash, this.kept(f.name))]));
    for (const name of this.names) this.store(name);
    if (this.anyDue) this.soon(0);
  }

  private start = (name: string) => `draft:${this.step}:${name}:`;
  private key = (name: string) => this.start(name) + tab;
  /** This tab's own copy, else one that a closed tab left; that one is then ours. (A tab that is still open keeps its text itself.) */
  private kept(name: string): Kept | null {
    const own = this.key(name);
    for (const key of recall(own) === null ? remembered(this.start(name)) : [own]) {
      try {
        const found = JSON.parse(recall(key) ?? 'null') as Kept | null;
        if (key !== own) remember(key, null);
        if (found && typeof found.text === 'string' && typeof found.base === 'string') return found;
      } catch {
        remember(key, null);
      }
    }
    return null;
  }
  private store(name: string): void {
    const kept = this.drafts[name] ? keep(this.drafts[name]) : null;
    this.unkept = !remember(this.key(name), kept ? JSON.stringify(kept) : null) && kept !== null;
  }
  private put(name: string, change: (d: Draft) => Draft): void {
    const old = this.drafts[name];
    if (!old) return;
    const next = change(old);
    if (next === old) return;
    this.drafts = { ...this.drafts, [name]: next };
    this.store(name);
  }
  private soon(after = PAUSE): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), after);
  }

  private get anyDue(): boolean {
    return this.names.some((n) => due(this.drafts[n]!));
  }
  get unsaved(): boolean {
    return this.names.some((n) => unsaved(this.drafts[n]!));
  }
  get conflict(): string | null {
    return this.names.find((n) => this.drafts[n]!.conflict) ?? null;
  }
  texts(): Record<string, string> {
    return Object.fromEntries(this.names.map((n) => [n, this.drafts[n]!.text]));
  }

  type(name: string, text: string): void {
    this.put(name, (d) => typed(d, text));
    if (this.anyDue) this.soon();
  }
  settle(name: string, choice: 'mine' | 'disk'): void {
    this.put(name, (d) => settle(d, choice));
    this.soon(0);
  }
  /** News from the disk, or the server's files after a reset or a reload. */
  news(files: readonly { name: string; text: string; hash: string }[], { force = false } = {}): void {
    for (const f of files) this.put(f.name, (d) => (force ? begin(f.text, f.hash, null) : onDisk(d, f.text, f.hash)));
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    for (const name of this.names) {
      while (due(this.drafts[name]!)) if (!(await this.send(name))) return;
    }
  }
  private async send(name: string): Promise<boolean> {
    const { text, hash } = this.drafts[name]!;
    const ticket = (this.tickets += 1);
    this.put(name, (d) => sending(d, ticket));
    try {
      const body = { name, text, base_hash: hash };
      const saved = await (this.elsewhere?.(body) ?? ask(client.PUT('/api/steps/{id}/files', { params: { path: { id: this.step } }, body })));
      this.put(name, (d) => confirmed(d, ticket, saved.hash));
      this.savedAt = Date.now();
      this.trouble = '';
      return true;
    } catch (error) {
      const disk = error instanceof Trouble && error.status === 409 ? (error.body as { on_disk?: { text: string; hash: string } }).on_disk : undefined;
      if (disk) this.put(name, (d) => refused(d, ticket, disk.text, disk.hash));
      else {
        this.put(name, (d) => failed(d, ticket));
        if (error instanceof Trouble && !error.gone) this.trouble = error.say;
        else this.soon(3000);
      }
      return false;
    }
  }
  leave(): void {
    clearTimeout(this.timer);
    void this.save();
  }
}
