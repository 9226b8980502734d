// Who here should meet a visiting delegation: what our city tells and the organisations we keep, beside each organisation that comes.
import { createHash } from 'node:crypto';
import { holds } from '#kernel/actor.ts';
import { writing } from '#kernel/language.ts';
import { forbidden, notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { openCity } from '#modules/cities/api/open-city.ts';
import { holdsWithin } from '#modules/cities/domain/profile/extent.ts';
import { publishedByIds, toldEntries } from '#modules/cities/api/profile/told-entries.ts';
import { listOrganisations } from '#modules/organisations/api/list-organisations.ts';
import { knownEntriesOf } from '#modules/organisations/api/record-entries.ts';
import type { EntryKind } from '#modules/organisations/domain/entry.ts';
import { findTie } from '#modules/ties/api/open-tie.ts';
import { travelOf } from '#modules/ties/api/visit/travel.ts';
import { organisationsIn } from '#modules/ties/domain/visit/delegation.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Answering } from '../../domain/cities/pool.ts';
import { compared, isCompared, profileOf } from '../../domain/cities/told.ts';
import { todayOf } from '../../domain/side.ts';
import { profileOfHost, profileOfVisitor, type Spoken } from '../../domain/cities/visitors.ts';
import { ownWordsOf } from '../words/keep-own-words.ts';
import { askProfiles } from './ask-pool.ts';
import { shownBill } from './show-bill.ts';
import { shownTold } from './show-told.ts';

type Shown = Answer<'listVisitMatches'>;

/** As many as a person looks through of each kind. */
const mostNamed = 5;
/** So many of our organisations are compared: one page of the list. */
const mostHosts = 200;

/** The city to which the visit goes, where it is the office's own to show around. */
async function openHost(work: Work, { visitId, office }: Asked<'listVisitMatches'>) {
  if (!holds(work.actor, office, 'viewer')) return refuse(forbidden);
  const [visit] = await travelOf(work, [visitId]);
  if (visit === undefined) return notFound('ties.exchange_not_found');
  const tie = await findTie(work, visit.tieId);
  if (!tie.ok) return tie;
  const city = await openCity(work, tie.value.pair[visit.fromSide === 'b' ? 'a' : 'b']);
  if (!city.ok) return city;
  return city.value.officeId === office || city.value.steward === office ? ok({ visit, city: city.value }) : refuse(forbidden);
}

async function gather(work: Work, input: Asked<'listVisitMatches'>) {
  const opened = await openHost(work, input);
  if (!opened.ok) return opened;
  const { visit, city } = opened.value;
  const listed = await listOrganisations(work, { ownerOffice: input.office, limit: mostHosts });
  if (!listed.ok) return listed;
  const coming = organisationsIn(visit.travellers);
  // An organisation that comes is not one of those to be met here.
  const hosts = listed.value.entries.filter(({ id }) => !coming.some(({ first }) => first.organisationId === id));
  const ids = [...hosts.map(({ id }) => id), ...coming.flatMap(({ first }) => first.organisationId ?? [])];
  const said = await knownEntriesOf(work, ids);
  const spoken = (id: string | null): Spoken => {
    const known = id === null ? undefined : said.get(id);
    const texts = (kind: EntryKind) =>
      [known?.get(kind)?.details?.title, known?.get(kind)?.text].filter((text) => text !== null && text !== undefined);
    return { offer: texts('offer'), need: texts('need') };
  };
  // What has ended is no more to be shown; what is still to be valid may be by the time they come.
  const stillToCome = { first: todayOf(work.now).first, last: '9999-12-31' };
  const told = (await toldEntries(work, compared)).filter(({ cityId, extent }) => cityId === city.id && holdsWithin(extent, stillToCome));
  const visitors = coming.map(({ first, all }) => ({
    ...{ id: first.id, organisation: first.organisation ?? {}, people: all.length },
    ...{ posts: all.map(({ post }) => post).filter((post) => post !== null), ...spoken(first.organisationId) },
  }));
  const profiles = [
    ...told.map((entry) => profileOf(entry, null)),
    ...hosts.map(({ id, name }) => profileOfHost({ id, name, ...spoken(id) })),
  ];
  const { readsHan } = writing[work.actor.language];
  return ok({ visit, city, hosts, told, visitors, profiles, readsHan, ownWords: await ownWordsOf(work, input.office) });
}

type Gathered = Extract<Awaited<ReturnType<typeof gather>>, { readonly ok: true }>['value'];

async function shown(work: Work, { city, hosts, told, visitors }: Gathered, answers: readonly (readonly (readonly Answering[])[])[]) {
  const entries = await publishedByIds(
    work,
    answers.flatMap(([ofCity = []]) => ofCity.map(({ id }) => id)),
  );
  const tell = ({ id, score, bill }: Answering): Shown['visitors'][number]['told'] => {
    const entry = entries.get(id);
    if (entry === undefined || !isCompared(entry.kind)) return [];
    return [{ entry: shownTold({ ...entry, kind: entry.kind }, city).entry, score, bill: shownBill(bill) }];
  };
  const name = ({ id, score, bill }: Answering): Shown['visitors'][number]['organisations'] => {
    const host = hosts.find((one) => one.id === id);
    return host === undefined ? [] : [{ id: host.id, name: { ...host.name }, score, bill: shownBill(bill) }];
  };
  return ok({
    city: { id: city.id, slug: city.slug, name: { ...city.name }, country: city.country },
    visitors: visitors.map(({ organisation, people }, at) => ({
      ...{ organisation: { ...organisation }, people },
      told: (answers[at]?.[0] ?? []).flatMap(tell),
      organisations: (answers[at]?.[1] ?? []).flatMap(name),
    })),
    compared: { entries: told.length, organisations: hosts.length },
  });
}

/**
 * For each organisation of a delegation that comes to the office's city: whom it should meet there, best first. Nothing of it is told to anybody else.
 * Refuses `kernel.forbidden` to whoever does not speak for that city, `ties.exchange_not_found`.
 */
export async function listVisitMatches(transact: Transact, input: Asked<'listVisitMatches'>): Promise<Result<Shown>> {
  const gathered = await transact((work) => gather(work, input));
  if (!gathered.ok) return gathered;
  const { visit, visitors, profiles, told, hosts, ownWords, readsHan } = gathered.value;
  const tiers = [told, hosts].map((rows) => ({ ids: rows.map(({ id }) => id), most: mostNamed }));
  const own = visitors.map((visitor) => profileOfVisitor(visitor, visit.domains));
  const stamp = createHash('sha256').update(JSON.stringify(profiles)).digest('hex');
  const poolId = `hosts ${input.office}`;
  const found = await askProfiles(transact, { poolId, profiles, stamp, ownWords, ask: { kind: 'answers', own, tiers, readsHan } });
  if (!found.ok) return found;
  const answers = 'answers' in found.value ? found.value.answers : [];
  return transact((work) => shown(work, gathered.value, answers));
}
