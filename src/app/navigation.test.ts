// What stands in the head bar and under one's name, for whoever works in several offices.
import { expect, test } from 'vitest';
import { createInstance } from 'i18next';
import type { Session } from '#modules/accounts/ui/session.ts';
import { entriesFor, seldomFor } from './navigation.ts';

// In this language of the library each key is its own text.
const t = await createInstance().init({ lng: 'cimode' });
type Kind = Session['offices'][number]['kind'];
const sessionOf = (...kinds: readonly Kind[]): Session => ({
  account: { id: 'a', email: 'wen@harbour.example', name: 'Wen Li', language: 'en' },
  holder: 'person',
  offices: kinds.map((kind) => ({ id: kind, slug: kind, name: {}, kind, role: 'owner' })),
  invitations: [],
  demo: false,
  institution: null,
  mails: true,
});
const addresses = (...kinds: readonly Kind[]) => ({
  head: entriesFor(sessionOf(...kinds), t).map(({ to }) => to),
  seldom: seldomFor(sessionOf(...kinds), t).map(({ to }) => to),
});
/** What an office of a city does each day stands in sight. */
const followingUp = ['/outcomes', '/follow-ups', '/desk/reminders', '/council-report'];

test('whoever works for an organiser’s office beside the register office has the first screen of the organiser, and the work of both', () => {
  const both = addresses('organiser', 'register');
  expect(both.head).toEqual(['/', '/desk', '/answers', ...followingUp, '/cities', '/editions', '/organisations']);
  expect(entriesFor(sessionOf('organiser', 'register'), t)[0]?.text).toBe('meetings.work_title');
  for (const address of [...addresses('organiser').seldom, ...addresses('register').seldom])
    expect([...both.head, ...both.seldom]).toContain(address);
  // Whoever works for the register office has its screens first, and still those of the organiser.
  expect(addresses('register', 'organiser').head).toEqual(['/desk', '/answers', ...followingUp, '/cities', '/editions']);
  expect(new Set([...both.head, ...both.seldom]).size).toBe(both.head.length + both.seldom.length);
});

test('whoever works in one office finds what its kind needs', () => {
  expect(addresses('organiser')).toEqual({ head: ['/', '/cities', '/editions', '/organisations'], seldom: ['/follow-ups'] });
  expect(addresses('register').head).toEqual(['/desk', '/answers', ...followingUp, '/cities', '/editions']);
  expect(addresses('city').head).toEqual(['/', '/answers', ...followingUp, '/cities', '/editions']);
  expect(addresses('city').seldom).toContain('/delegation');
  expect(addresses('chamber').head).toEqual(['/', '/answers', '/cities', '/editions', '/organisations']);
});
