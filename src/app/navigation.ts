// The entries of the head bar for whoever is signed in: each role sees its own work first.
import type { TFunction } from 'i18next';
import type { Session } from '#modules/accounts/ui/session.ts';
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

/** The entries in order; each module's pages are named here and nowhere else. */
export function entriesFor(session: Session | undefined, t: TFunction): readonly NavigationEntry[] {
  if (session === undefined) return [];
  const editions: NavigationEntry = { to: '/editions', text: t('expos.editions'), deep: true };
  const cities: NavigationEntry = { to: '/cities', text: t('cities.register'), deep: true };
  // A link opens one place; of the rest its holder sees what everybody sees.
  if (session.holder === 'link') return [{ to: '/in', text: t('expos.in_title') }];
  if (session.account === null) return [{ to: '/', text: t('cities.reader_title') }, cities, editions];
  const kind = session.offices[0]?.kind;
  const first = kind === undefined ? null : firstOf[kind];
  return [
    ...(first === null ? [] : [{ to: '/', text: t(first) } satisfies NavigationEntry]),
    // The register office has no city of its own, and ties all the same.
    ...(kind === 'register' ? [{ to: '/desk', text: t('ties.desk') } satisfies NavigationEntry] : []),
    // Organisers speak for nobody of whom something is said.
    ...(kind === undefined || kind === 'organiser' ? [] : [{ to: '/answers', text: t('desk.answers_nav') } satisfies NavigationEntry]),
    cities,
    editions,
    ...(kind === 'city' || kind === 'register' ? [] : [organisations(t)]),
  ];
}

const organisations = (t: TFunction): NavigationEntry => ({ to: '/organisations', text: t('organisations.title'), deep: true });

const followUps = (t: TFunction): NavigationEntry => ({ to: '/follow-ups', text: t('outcomes.follow_ups') });

const reminders = (t: TFunction): NavigationEntry => ({ to: '/desk/reminders', text: t('desk.reminders') });

/** What a desk needs now and then, under the name of whoever is signed in. */
export function seldomFor(session: Session | undefined, t: TFunction): readonly NavigationEntry[] {
  const kind = session?.offices[0]?.kind;
  // Organisers ask what became of what was announced; a chamber passes questions on.
  if (kind === 'organiser') return [followUps(t)];
  if (kind === 'chamber') return [followUps(t), reminders(t)];
  // A company is reminded of what awaits its answer.
  if (kind === 'company') return [reminders(t)];
  if (kind !== 'city' && kind !== 'register') return [];
  return [
    organisations(t),
    { to: '/outcomes', text: t('outcomes.of_tie') },
    followUps(t),
    { to: '/rates', text: t('outcomes.rates_title') },
    { to: '/sources', text: t('evidence.sources') },
    reminders(t),
    { to: '/council-report', text: t('reports.council') },
    { to: '/handover', text: t('desk.handover') },
    ...(kind === 'register' ? [{ to: '/offices', text: t('accounts.offices') } satisfies NavigationEntry] : []),
    // A city's office may lead a delegation, too.
    ...(kind === 'city' ? [{ to: '/delegation', text: t('meetings.my_groups') } satisfies NavigationEntry] : []),
  ];
}
