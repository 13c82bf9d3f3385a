// Where an arrow key goes on the board: the nearest card in that direction.
import type { Place } from './flow';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Left and right go to the nearest card by height in the next column; up and down follow the flow from column to column. */
export function nearest(places: readonly Place[], from: string, arrow: Arrow): string {
  const at = places.findIndex((p) => p.id === from);
  const here = places[at];
  if (!here) return places[0]?.id ?? from;
  if (arrow === 'ArrowUp') return places[at - 1]?.id ?? from;
  if (arrow === 'ArrowDown') return places[at + 1]?.id ?? from;
  const column = here.column + (arrow === 'ArrowRight' ? 1 : -1);
  let best = here;
  let least = Infinity;
  for (const place of places) {
    const away = Math.abs(place.y - here.y);
    if (place.column === column && away < least) {
      best = place;
      least = away;
    }
  }
  return best.id;
}
