// What this browser remembers. A browser that forbids storage forgets; nothing else changes.

const NAME = 'gradus:';

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(NAME + key);
  } catch {
    return null;
  }
}

/** False when it could not be kept. */
export function remember(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(NAME + key);
    else localStorage.setItem(NAME + key, value);
    return true;
  } catch {
    return false;
  }
}

/** Names that begin so, without the prefix that all of ours have. */
export function remembered(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((k) => k.startsWith(NAME + start)).map((k) => k.slice(NAME.length));
  } catch {
    return [];
  }
}

/** A name of this tab that a reload keeps; two tabs with the same step open must not share a draft. */
export const tab = ((): string => {
  try {
    const known = sessionStorage.getItem(`${NAME}tab`) ?? crypto.randomUUID().slice(0, 8);
    sessionStorage.setItem(`${NAME}tab`, known);
    return known;
  } catch {
    return 'tab';
  }
})();
