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
