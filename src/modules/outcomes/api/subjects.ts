// What outcomes point to: ties, editions, agreements, exchanges and meetings, named as far as the reader may see them.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { getEdition } from '#modules/expos/api/edition/open-edition.ts';
import { nameMeeting } from '#modules/meetings/api/requests/name-meetings.ts';
import { nameHappenings } from '#modules/ties/api/exchange/name-happenings.ts';
import { findTie } from '#modules/ties/api/open-tie.ts';
import type { Work } from '#platform/work.ts';
import type { Attribution } from '../domain/attribution.ts';
import { inOwnOrder } from '#modules/ties/domain/naming.ts';

export interface Subject {
  readonly title: MultilingualText;
  /** The last part of its page's address; of an agreement or exchange that of its tie. */
  readonly slug: string | null;
  /** The cities whose sides have a word in it. */
  readonly cities: readonly string[];
  /** Offices that have one besides: of a meeting, those of the two who met. */
  readonly offices: readonly OfficeId[];
}
export type Subjects = ReadonlyMap<string, Subject>;

type Named = Pick<Attribution, 'subjectKind' | 'subjectId'>;

const joined = (one: MultilingualText, other: MultilingualText, between = ' – '): MultilingualText => {
  const textIn = (text: MultilingualText, tag: string) => (text[tag] ?? text['en'] ?? Object.values(text)[0])?.text ?? '';
  const tags = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    tags.map((tag) => [tag, { text: `${textIn(one, tag)}${between}${textIn(other, tag)}`, origin: 'human' as const }]),
  );
};

/** A tie as its reader names it, the own city first, both names in each language; in neutral order for everybody. */
async function describeTie(work: Work, tie: string, view: 'own' | 'public'): Promise<Subject | null> {
  const found = await findTie(work, tie);
  if (!found.ok) return null;
  const { pair, cities, slug, keepings } = found.value;
  if (view === 'public' && !keepings.some(({ visibility }) => visibility === 'public')) return null;
  const [a, b] = [cities.get(pair.a), cities.get(pair.b)];
  if (a === undefined || b === undefined) return null;
  const [first, second] = inOwnOrder(a, b, view === 'public' ? [] : work.actor.memberships.map(({ office }) => office));
  return { title: joined(first.name, second.name), slug, cities: [pair.a, pair.b], offices: [] };
}

/** Who met, and at which edition. Only those see it in whose agenda it stands: published with the outcome it is not. */
async function describeMeeting(work: Work, id: string, view: 'own' | 'public'): Promise<Subject | null> {
  const meeting = view === 'public' ? null : await nameMeeting(work, id);
  if (meeting === null) return null;
  const [own, other] = meeting.sides;
  return { title: joined(joined(own.name, other.name), meeting.edition, ' · '), slug: null, cities: [], offices: meeting.offices };
}

async function describe(
  work: Work,
  { subjectKind, subjectId }: Named,
  { view, happenings }: { readonly view: 'own' | 'public'; readonly happenings: ReturnType<typeof nameHappenings> },
): Promise<Subject | null> {
  if (subjectKind === 'tie') return describeTie(work, subjectId, view);
  if (subjectKind === 'edition') {
    const edition = await getEdition(work, { edition: subjectId });
    if (!edition.ok || (view === 'public' && edition.value.visibility !== 'public')) return null;
    return { title: edition.value.name, slug: edition.value.slug, cities: [], offices: [] };
  }
  if (subjectKind === 'meeting') return describeMeeting(work, subjectId, view);
  const happening = (await happenings).get(subjectId);
  if (happening?.kind !== subjectKind || (view === 'public' && happening.visibility !== 'public')) return null;
  const tie = await describeTie(work, happening.tieId, view);
  return { title: happening.title, slug: tie?.slug ?? null, cities: tie?.cities ?? [], offices: [] };
}

/** Each subject by its id; what the reader may not see is left out. */
export async function describeSubjects(work: Work, attributions: readonly Named[], view: 'own' | 'public'): Promise<Subjects> {
  const wanted = new Map(attributions.map((attribution) => [attribution.subjectId, attribution]));
  const all = [...wanted.values()];
  const happenings = nameHappenings(
    work,
    all.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'agreement' || subjectKind === 'exchange' ? [subjectId] : [])),
  );
  const found = await Promise.all(all.map(async (named) => [named.subjectId, await describe(work, named, { view, happenings })] as const));
  return new Map(found.flatMap(([id, subject]) => (subject === null ? [] : [[id, subject]])));
}
