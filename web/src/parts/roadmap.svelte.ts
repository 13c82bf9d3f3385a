// The roadmap as the server last told it: loaded once, loaded again when something happened.
import { ask, client, type ConceptDetail, type ConceptOut, type RoadmapOut, Trouble } from '../api';
import { listen } from './live.svelte';

let map = $state.raw<RoadmapOut | null>(null);
let trouble = $state.raw<Trouble | null>(null);
let fresh = $state.raw<ReadonlySet<string>>(new Set());
const concepts = $derived(new Map<string, ConceptOut>(map?.tracks.flatMap((t) => t.concepts.map((c) => [c.id, c] as const)) ?? []));
const details = new Map<string, ConceptDetail>();
let started = false;

export const roadmap = {
  get map() {
    return map;
  },
  get trouble() {
    return trouble;
  },
  get concepts() {
    return concepts;
  },
  /** Concepts that became ready a moment ago: the board outlines them once. */
  get fresh() {
    return fresh;
  },
};

export async function load(): Promise<void> {
  if (!started) {
    started = true;
    listen((news) => {
      if (news.type === 'back') void load();
      else if (news.type === 'submission' && news.id !== undefined) void judged(String(news.id));
    });
  }
  try {
    const before = concepts;
    const next = await ask(client.GET('/api/roadmap'));
    if (before.size) {
      const ready = next.tracks.flatMap((t) => t.concepts).filter((c) => c.state === 'ready' && before.get(c.id)?.state === 'locked');
      if (ready.length) fresh = new Set(ready.map((c) => c.id));
    }
    details.clear();
    map = next;
    trouble = null;
  } catch (error) {
    if (error instanceof Trouble && !map) trouble = error;
  }
}

/** A submission was handed in somewhere: load again when its verdict is there (the news comes before it). */
async function judged(id: string): Promise<void> {
  for (let wait = 150; wait < 20_000; wait *= 1.5) {
    await new Promise((go) => setTimeout(go, wait));
    const found = await ask(client.GET('/api/submissions/{id}', { params: { path: { id } } })).catch(() => null);
    if (!found) return;
    if (found.submission.verdict) return load();
  }
}

export async function detail(id: string): Promise<ConceptDetail | null> {
  const known = details.get(id);
  if (known) return known;
  try {
    const found = await ask(client.GET('/api/concepts/{id}', { params: { path: { id } } }));
    details.set(id, found);
    return found;
  } catch {
    return null;
  }
}
