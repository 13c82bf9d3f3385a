// Newspaper flow: tracks run down a column and on into the next. Positions in pixels, computed, never measured.

export interface Size {
  card: number; // card height
  gap: number; // between cards
  head: number; // heading with its bar, to the top of the first card
  before: number; // air above a heading that is not at the top
  columns: number; // at most so many
}
export interface Group {
  id: string;
  items: string[];
}
export interface Place {
  id: string;
  column: number;
  y: number;
}
export interface Heading {
  group: string;
  column: number;
  y: number;
  again: boolean; // the group began in an earlier column
}
export interface Board {
  height: number;
  columns: number;
  headings: Heading[];
  places: Place[];
}

export const COMPACT: Size = { card: 38, gap: 5, head: 24, before: 15, columns: 10 };

/** Fill columns of the given height; a heading never stands alone at a column's foot. */
function fill(groups: Group[], limit: number, size: Size): Board {
  const board: Board = { height: 0, columns: 1, headings: [], places: [] };
  let column = 0;
  let y = 0; // the next free pixel
  const next = () => {
    column += 1;
    y = 0;
  };
  for (const group of groups) {
    if (group.items.length === 0) continue;
    let top = y === 0 ? 0 : y + size.before;
    if (y > 0 && top + size.head + size.card > limit) {
      next();
      top = 0;
    }
    board.headings.push({ group: group.id, column, y: top, again: false });
    y = top + size.head;
    let first = true;
    for (const id of group.items) {
      let at = first ? y : y + size.gap;
      if (at + size.card > limit && y > 0 && !first) {
        next();
        board.headings.push({ group: group.id, column, y: 0, again: true });
        at = size.head;
      }
      board.places.push({ id, column, y: at });
      y = at + size.card;
      first = false;
      board.height = Math.max(board.height, y);
    }
  }
  board.columns = column + 1;
  return board;
}

/** The board with the smallest height that needs at most `size.columns` columns. */
export function flow(groups: Group[], size: Size = COMPACT): Board {
  const all = groups.reduce((n, g) => n + (g.items.length ? size.head + size.before + g.items.length * (size.card + size.gap) : 0), 0);
  let low = Math.min(size.head + size.card, all);
  let high = Math.max(all, low);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fill(groups, middle, size).columns <= size.columns) high = middle;
    else low = middle + 1;
  }
  return fill(groups, low, size);
}
