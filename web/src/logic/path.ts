// The way to a concept: what is still missing, in an order in which it can be learned.

export interface Known {
  id: string;
  prerequisites: string[];
  state: string;
}
export interface Way {
  order: string[]; // missing concepts, each after all that it needs; the goal is the last
  yours: string[]; // concepts on the way that are done
}

/** One depth-first walk over the prerequisites of `goal`. A concept that is done ends the walk: what it needed is done with it. */
export function way(concepts: ReadonlyMap<string, Known>, goal: string): Way {
  const order: string[] = [];
  const yours: string[] = [];
  const met = new Set<string>();
  const visit = (id: string) => {
    if (met.has(id)) return;
    met.add(id);
    const concept = concepts.get(id);
    if (!concept) return;
    for (const need of concept.prerequisites) visit(need);
    (concept.state === 'done' ? yours : order).push(id);
  };
  visit(goal);
  return { order, yours };
}

/** "Tuned RAG: 17 concepts to go, 7 already yours. The numbers are the order." */
export function wayWords(name: string, found: Way): string {
  const before = found.order.length - 1;
  const yours = found.yours.length ? `, ${found.yours.length} already yours` : '';
  if (before < 0) return `${name}: already yours.`;
  if (before === 0) return `${name}: nothing is missing before it${yours}.`;
  return `${name}: ${before} ${before === 1 ? 'concept' : 'concepts'} to go${yours}. The numbers are the order.`;
}
