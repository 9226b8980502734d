// The entries of the head bar for whoever is signed in: each role sees its own work first.
import type { TFunction } from 'i18next';
import { isScreen, type Session } from '#modules/accounts/ui/session.ts';
import type { NavigationEntry } from './pages/shell.tsx';

type Kind = Session['offices'][number]['kind'];

/** What the first screen is called for each kind of office; a city's office starts at its desk. */
const firstOf = {
  organiser: 'meetings.work_title',
  chamber: 'meetings.my_groups',
  company: 'meetings.my_agendas',
  city: 'ties.desk',
  register: null,
} as const satisfies Record<Kind, string | null>;

/** The kinds of one's offices: first that of the office one works for, whose first screen is one's own. */
export const kindsOf = (session: Session): readonly Kind[] => [...new Set(session.offices.map(({ kind }) => kind))];

/** The entries in order; each module's pages are named here and nowhere else. Whoever works in several offices finds the work of each. */
export function entriesFor(session: Session | undefined, t: TFunction): readonly NavigationEntry[] {
  if (session === undefined) return [];
  const editions: NavigationEntry = { to: '/editions', text: t('expos.editions'), deep: true };
  const cities: NavigationEntry = { to: '/cities', text: t('cities.register'), deep: true };
  // A link opens one place; of the rest its holder sees what everybody sees.
  if (session.holder === 'link') return [{ to: '/in', text: t(isScreen(session) ? 'expos.in_screen' : 'expos.in_title') }];
  if (session.account === null) return [{ to: '/', text: t('cities.reader_title') }, cities, editions];
  const kinds = kindsOf(session);
  const [leading] = kinds;
  const first = leading === undefined ? null : firstOf[leading];
  // The register office has no city of its own, and ties all the same.
  const keepsTies = kinds.some((kind) => kind === 'city' || kind === 'register');
  return [
    ...(first === null ? [] : [{ to: '/', text: t(first) } satisfies NavigationEntry]),
    ...(keepsTies && leading !== 'city' ? [{ to: '/desk', text: t('ties.desk') } satisfies NavigationEntry] : []),
    // Organisers speak for nobody of whom something is said.
    ...(kinds.every((kind) => kind === 'organiser') ? [] : [{ to: '/answers', text: t('desk.answers_nav') } satisfies NavigationEntry]),
    ...(keepsTies ? followingUp(t) : []),
    cities,
    editions,
    ...(leading === 'city' || leading === 'register' ? [] : [organisations(t)]),
  ];
}

const organisations = (t: TFunction): NavigationEntry => ({ to: '/organisations', text: t('organisations.title'), deep: true });

const followUps = (t: TFunction): NavigationEntry => ({ to: '/follow-ups', text: t('outcomes.follow_ups') });

const reminders = (t: TFunction): NavigationEntry => ({ to: '/desk/reminders', text: t('desk.reminders') });

/** What became of ties, and what is to be done about it. */
const followingUp = (t: TFunction): readonly NavigationEntry[] => [
  { to: '/outcomes', text: t('outcomes.of_tie'), deep: true },
  followUps(t),
  reminders(t),
  { to: '/council-report', text: t('reports.council') },
];

/** What somebody needs now and then of one kind of office. */
function seldomOf(kind: Kind, t: TFunction): readonly NavigationEntry[] {
  // Organisers ask what became of what was announced; a chamber passes questions on.
  if (kind === 'organiser') return [followUps(t)];
  if (kind === 'chamber') return [followUps(t), reminders(t)];
  // A company is reminded of what awaits its answer.
  if (kind === 'company') return [reminders(t)];
  return [
    organisations(t),
    { to: '/rates', text: t('outcomes.rates_title') },
    { to: '/sources', text: t('evidence.sources') },
    { to: '/handover', text: t('desk.handover') },
    ...(kind === 'register' ? [{ to: '/offices', text: t('accounts.offices') } satisfies NavigationEntry] : []),
    // A city's office may lead a delegation, too.
    ...(kind === 'city' ? [{ to: '/delegation', text: t('meetings.my_groups') } satisfies NavigationEntry] : []),
  ];
}

/** The same of all one's offices, under the name of whoever is signed in; what stands in the head bar already is not repeated. */
export function seldomFor(session: Session | undefined, t: TFunction): readonly NavigationEntry[] {
  if (session === undefined) return [];
  const head = new Set(entriesFor(session, t).map(({ to }) => to));
  const entries = kindsOf(session).flatMap((kind) => seldomOf(kind, t));
  return [...new Map(entries.map((entry) => [entry.to, entry])).values()].filter(({ to }) => !head.has(to));
}
