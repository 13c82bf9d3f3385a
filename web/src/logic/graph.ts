// A commit graph as the page draws it: newest on top, one row a commit, branches side by side. The data come from outside: what does not fit is left out.

export interface Dot {
  row: number;
  lane: number;
  message: string;
  author: string;
  names: string[]; // branches and tags that point here
  head: boolean;
}
export interface Edge {
  from: Dot;
  to: Dot;
}
export interface Graph {
  dots: Dot[];
  edges: Edge[];
  lanes: number;
  state: string; // what is not committed, in one line
}

type Data = Readonly<Record<string, unknown>>;
const record = (v: unknown): Data => (v && typeof v === 'object' && !Array.isArray(v) ? (v as Data) : {});
const list = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);
const text = (v: unknown): string => (typeof v === 'string' ? v : '');

/** Commits come parents first, by number; each goes into the lane of its first parent if that lane ends there, else into a new one. */
export function graph(raw: unknown): Graph | null {
  const data = record(raw);
  const commits = list(data['commits']).map(record);
  if (commits.length === 0) return null;
  const names = commits.map((): string[] => []);
  for (const kind of ['branches', 'tags']) for (const [name, at] of Object.entries(record(data[kind]))) if (typeof at === 'number') names[at]?.push(name);
  const tips: number[] = []; // the last commit of each lane
  const dots: Dot[] = commits.map((c, i) => {
    const first = list(c['parents'])[0];
    let lane = typeof first === 'number' ? tips.indexOf(first) : -1;
    if (lane < 0) lane = tips.length;
    tips[lane] = i;
    return { row: commits.length - 1 - i, lane, message: text(c['message']), author: text(c['author']), names: names[i] ?? [], head: data['head'] === i };
  });
  const edges = commits.flatMap((c, i) => list(c['parents']).flatMap((p) => (typeof p === 'number' && dots[p] && p < i ? [{ from: dots[i]!, to: dots[p]! }] : [])));
  const loose = list(data['status']).map(String);
  const state = [data['under_way'] ? `a ${text(data['under_way'])} is under way` : '', loose.length ? `not committed: ${loose.slice(0, 4).join(', ')}` : ''].filter(Boolean).join('; ');
  return { dots, edges, lanes: tips.length, state };
}

export interface Row {
  asked: string;
  yours: string;
  expected: string;
  differs: boolean;
}

/** The log of requests beside a counter-example. */
export function requests(data: Data): Row[] {
  return list(data['log']).map(record).map((r) => ({ asked: text(r['asked']), yours: text(r['yours']), expected: text(r['expected']), differs: r['yours'] !== r['expected'] }));
}
