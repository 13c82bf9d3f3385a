// One file's draft: what the page holds, what the server has confirmed, and what to do when the two part.
// Pure: the caller does the saving and the storing. It never drops a text that the server has not confirmed.

export interface Draft {
  readonly text: string; // what the editor shows
  readonly saved: string; // what the server last confirmed or told
  readonly hash: string; // of `saved`
  readonly sending: { readonly text: string; readonly ticket: number } | null; // on its way to the server
  readonly sent: readonly string[]; // own texts that may still come back as news from the disk
  readonly conflict: { readonly text: string; readonly hash: string } | null; // the disk's text, when it changed under an unsaved draft
}
export interface Kept {
  text: string;
  base: string; // hash of the text it was typed over
}

/** Begin from the server's file and, if there is one, the copy that this browser kept. */
export function begin(text: string, hash: string, kept: Kept | null): Draft {
  const clean: Draft = { text, saved: text, hash, sending: null, sent: [], conflict: null };
  if (!kept || kept.text === text) return clean;
  if (kept.base === hash) return { ...clean, text: kept.text };
  return { ...clean, text: kept.text, hash: kept.base, conflict: { text, hash } };
}

export const unsaved = (d: Draft): boolean => d.text !== d.saved;

/** What this browser must keep until the server has confirmed it; null: nothing. */
export const keep = (d: Draft): Kept | null => (unsaved(d) || d.conflict ? { text: d.text, base: d.hash } : null);

export const typed = (d: Draft, text: string): Draft => (text === d.text ? d : { ...d, text });

/** Whether there is something to send now. */
export const due = (d: Draft): boolean => unsaved(d) && d.sending === null && d.conflict === null;

/** A save leaves under a ticket of its own: an answer to an earlier one, overtaken by a conflict that was settled, says nothing about this one. */
export const sending = (d: Draft, ticket: number): Draft => ({ ...d, sending: { text: d.text, ticket }, sent: [...d.sent, d.text].slice(-8) });

export function confirmed(d: Draft, ticket: number, hash: string): Draft {
  return d.sending?.ticket === ticket ? { ...d, saved: d.sending.text, hash, sending: null } : d;
}

/** The server did not answer: the draft stays, and is due again. */
export const failed = (d: Draft, ticket: number): Draft => (d.sending?.ticket === ticket ? { ...d, sending: null } : d);

/** The disk holds another text than the one this page typed over. */
export function refused(d: Draft, ticket: number, text: string, hash: string): Draft {
  if (d.sending?.ticket !== ticket) return d;
  if (text === d.text) return { ...d, saved: text, hash, sending: null, conflict: null };
  return { ...d, sending: null, conflict: { text, hash } };
}

/** News that the file on disk is now this text. An echo of an own save changes nothing. */
export function onDisk(d: Draft, text: string, hash: string): Draft {
  if (hash === d.hash && !d.conflict) return d;
  if (text === d.text) return { ...d, saved: text, hash, conflict: null };
  if (!d.conflict && d.sent.includes(text)) return d;
  if (unsaved(d) || d.conflict) return { ...d, conflict: { text, hash } };
  return { ...d, text, saved: text, hash };
}

/** Settle a conflict: keep what the page shows (it is then saved over the disk's text), or take the disk's text. */
export function settle(d: Draft, choice: 'mine' | 'disk'): Draft {
  if (!d.conflict) return d;
  const { text, hash } = d.conflict;
  return { ...d, text: choice === 'disk' ? text : d.text, saved: text, hash, sending: null, conflict: null };
}
