// Single-letter keys: never while typing, never with a modifier, and they can be switched off.
import { recall, remember } from './memory';

let on = $state(recall('keys') !== 'off');
export const keys = {
  get on(): boolean {
    return on;
  },
  set on(value: boolean) {
    on = value;
    remember('keys', value ? null : 'off');
  },
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The letter that was meant as a command, or null. */
export function letter(event: KeyboardEvent): string | null {
  if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return null;
  if (document.querySelector('dialog[open]')) return null;
  return event.key.length === 1 ? event.key.toLowerCase() : null;
}
