import { describe, expect, it } from 'vitest';
import { begin, confirmed, due, failed, keep, onDisk, refused, sending, settle, typed, unsaved } from './draft';

const fresh = () => begin('a', 'hash-a', null);

describe('a draft', () => {
  it('is kept by the browser until the server has confirmed it', () => {
    let d = typed(fresh(), 'ab');
    expect(keep(d)).toEqual({ text: 'ab', base: 'hash-a' });
    d = sending(d, 1);
    expect(keep(d)).not.toBeNull();
    d = confirmed(d, 1, 'hash-ab');
    expect(keep(d)).toBeNull();
    expect(d.hash).toBe('hash-ab');
  });

  it('that goes on while a save is under way is still unsaved after it', () => {
    let d = typed(sending(typed(fresh(), 'ab'), 1), 'abc');
    d = confirmed(d, 1, 'hash-ab');
    expect(unsaved(d)).toBe(true);
    expect(due(d)).toBe(true);
    expect(keep(d)).toEqual({ text: 'abc', base: 'hash-ab' });
  });

  it('survives a server that is gone and is due again', () => {
    const d = failed(sending(typed(fresh(), 'ab'), 1), 1);
    expect(d.text).toBe('ab');
    expect(due(d)).toBe(true);
  });

  it('comes back after a reload', () => {
    const d = begin('a', 'hash-a', { text: 'ab', base: 'hash-a' });
    expect(d.text).toBe('ab');
    expect(due(d)).toBe(true);
  });

  it('that meets another text on disk after a reload is a conflict, and nothing is sent', () => {
    const d = begin('disk', 'hash-disk', { text: 'mine', base: 'hash-a' });
    expect(d.text).toBe('mine');
    expect(d.conflict?.text).toBe('disk');
    expect(due(d)).toBe(false);
    expect(keep(d)).not.toBeNull();
  });

  it('is dropped when the disk already holds the same text', () => {
    expect(keep(begin('same', 'hash', { text: 'same', base: 'old' }))).toBeNull();
  });
});

describe('news from the disk', () => {
  it('replaces a text that has no unsaved draft', () => {
    expect(onDisk(fresh(), 'edited', 'hash-e').text).toBe('edited');
  });
  it('never overwrites an unsaved draft', () => {
    const d = onDisk(typed(fresh(), 'mine'), 'edited', 'hash-e');
    expect(d.text).toBe('mine');
    expect(d.conflict).toEqual({ text: 'edited', hash: 'hash-e' });
  });
  it('that is an echo of an own save, even a late one, changes nothing', () => {
    let d = sending(typed(fresh(), 'ab'), 1);
    d = typed(d, 'abc');
    expect(onDisk(d, 'ab', 'hash-ab')).toBe(d);
    d = confirmed(sending(confirmed(d, 1, 'hash-ab'), 2), 2, 'hash-abc');
    expect(onDisk(d, 'ab', 'hash-ab').text).toBe('abc');
  });
  it('that equals the draft settles it', () => {
    const d = onDisk(typed(fresh(), 'same'), 'same', 'hash-s');
    expect(unsaved(d)).toBe(false);
  });
});

describe('a conflict', () => {
  const torn = () => refused(sending(typed(fresh(), 'mine'), 1), 1, 'disk', 'hash-d');
  it('blocks saving until it is settled', () => expect(due(torn())).toBe(false));
  it('settled for mine saves mine over the text that was shown', () => {
    const d = settle(torn(), 'mine');
    expect(d).toMatchObject({ text: 'mine', hash: 'hash-d', conflict: null });
    expect(due(d)).toBe(true);
  });
  it('settled for the disk takes the disk’s text and has nothing to save', () => {
    const d = settle(torn(), 'disk');
    expect(d).toMatchObject({ text: 'disk', hash: 'hash-d', conflict: null });
    expect(keep(d)).toBeNull();
  });
  it('settled while an earlier save is still on its way leaves that one nothing to say', () => {
    const late = onDisk(sending(typed(fresh(), 'mine'), 1), 'disk', 'hash-d');
    const again = sending(settle(late, 'mine'), 2);
    expect(unsaved(confirmed(again, 1, 'hash-mine'))).toBe(true); // mine was saved, and then overwritten on disk
    expect(refused(again, 1, 'disk', 'hash-d')).toBe(again);
    expect(due(failed(again, 1))).toBe(false);
    expect(unsaved(confirmed(again, 2, 'hash-mine'))).toBe(false);
  });
});
