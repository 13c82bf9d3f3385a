// One stream of news from the server for all pages, and whether the server is there at all.
import { watchServer } from '../api';

export interface News {
  type: 'submission' | 'files' | 'back';
  step: string;
  id?: string;
  source?: string;
  files?: { name: string; text: string; hash: string }[];
}
type Listener = (news: News) => void;

let gone = $state(false);
const listeners = new Set<Listener>();
let stream: EventSource | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
let wait = 500;
let missed = false;

export const server = {
  get gone(): boolean {
    return gone;
  },
};

const tell = (news: News) => listeners.forEach((listener) => listener(news));
const hear = (event: MessageEvent<string>) => {
  try {
    tell(JSON.parse(event.data) as News);
  } catch {
    // A line that is not JSON is not news.
  }
};

function open(): void {
  clearTimeout(retry);
  if (stream && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource('/api/events');
  stream.onopen = () => {
    wait = 500;
    gone = false;
    if (missed) tell({ type: 'back', step: '' });
    missed = false;
  };
  stream.onmessage = hear;
  for (const name of ['submission', 'files']) stream.addEventListener(name, hear);
  stream.onerror = () => {
    // The browser's own retry is slow and ends on an HTTP error; ours goes on.
    gone = true;
    missed = true;
    stream?.close();
    stream = null;
    clearTimeout(retry);
    retry = setTimeout(open, wait);
    wait = Math.min(wait * 1.6, 5000);
  };
}

watchServer((now) => {
  if (now && !gone) {
    gone = missed = true;
    stream?.close();
    open();
  }
});

// A browser allows six streams a host: a tab that nobody sees gives its own back and catches up on return.
let sleep: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('visibilitychange', () => {
  clearTimeout(sleep);
  if (!document.hidden) return open();
  sleep = setTimeout(() => {
    clearTimeout(retry);
    stream?.close();
    stream = null;
    missed = true;
  }, 20_000);
});

/** Listen until the returned function is called. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  open();
  return () => listeners.delete(listener);
}
