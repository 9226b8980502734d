// The follow-through page of an edition: as everybody reads it once its organiser shows it, or with what the caller's offices see of it besides.
import { holds } from '#kernel/actor.ts';
import { figuresOf } from '#kernel/figures.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { chooseText } from '#kernel/language.ts';
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import { findNamedEdition, showEdition } from '#modules/expos/api/edition/open-edition.ts';
import type { EditionRecord } from '#modules/expos/domain/edition.ts';
import { convertedAsShown, convertFigures } from '#modules/outcomes/api/rates/convert.ts';
import { announcementsOf, relatedTo, type Announced } from '#modules/outcomes/api/follow-through/announcements.ts';
import { followThroughOf, followThroughWithdrawn, type FollowThroughRecord } from '#modules/outcomes/api/follow-through/show-page.ts';
import { asPublic, type Work } from '#platform/work.ts';
import { tallyOf, thingsIn } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { Asked } from '../../contract.ts';
import type { FollowThrough } from '../../contract/follow-through.ts';
import { answersAt, countFollowThrough, endOfMark, figuresToConvert, marksReached } from '../../domain/follow-through/count.ts';
import { statedSteps } from './stated-steps.ts';
import { totalsOnly } from './totals-only.ts';

type View = FollowThrough['view'];
type Edition = Awaited<ReturnType<typeof showEdition>>;

/** An edition's page as somebody opens it. */
export interface Opened {
  readonly work: Work;
  readonly record: EditionRecord;
  readonly edition: Edition;
  readonly view: View;
  /** Whose announcements are counted; null: all that the reader sees. */
  readonly offices: readonly OfficeId[] | null;
  readonly mayPublish: boolean;
  readonly hasOwn: boolean;
  /** As everybody reads it; null where it is not shown. */
  readonly shown: FollowThroughRecord | null;
}

/** Whoever organises the edition sees all that its office may see; another office its own part. */
async function ownPart(work: Work, record: EditionRecord): Promise<{ readonly offices: readonly OfficeId[] | null } | null> {
  if (work.actor.account === null || work.actor.holder === 'link') return null;
  if (holds(work.actor, record.organiser, 'viewer')) return { offices: null };
  const offices = work.actor.memberships.map(({ office }) => office);
  const { announcements } = await announcementsOf(work, { editionId: record.id, offices });
  return announcements.length === 0 ? null : { offices };
}

/** That everybody could read it, and since when not; null where they never could. */
export async function goneOf(work: Work, { id, publishedAt }: Pick<EditionRecord, 'id' | 'publishedAt'>): Promise<Refusal | null> {
  const withdrawn = publishedAt === null ? null : await followThroughWithdrawn(work, id);
  if (withdrawn === null) return null;
  const { language } = work.actor;
  const { flexDate, spelt } = figuresOf(language);
  const names = await nameOffices(work, [withdrawn.office]);
  return {
    kind: 'gone',
    code: 'reports.follow_through_withdrawn',
    params: {
      date: spelt(flexDate({ text: withdrawn.on, qualifier: 'exact' })),
      office: chooseText(names.get(withdrawn.office) ?? {}, language).text,
    },
  };
}

/**
 * Without a `view`: as everybody reads it, where it is shown, else the caller's own. An edition that nobody claims has no organiser who could
 * choose: what is public of it is shown. Refuses `expos.not_found`, `reports.not_followed`, `reports.follow_through_withdrawn`.
 */
export async function openFollowThrough(work: Work, { edition: named, view }: Asked<'getFollowThrough'>): Promise<Result<Opened>> {
  const found = await findNamedEdition(work, named);
  if (!found.ok) return found;
  const record = found.value;
  const edition = await showEdition(work, record);
  const kept = await followThroughOf(work, record.id);
  const shown = kept?.visibility === 'public' ? kept : null;
  const isOpen = record.publishedAt !== null && (shown !== null || edition.isUnclaimed);
  const own = await ownPart(work, record);
  const chosen = view ?? (isOpen ? 'public' : 'own');
  if (chosen === 'public' ? !isOpen : own === null) {
    const gone = await goneOf(work, record);
    return gone === null ? notFound('reports.not_followed') : refuse(gone);
  }
  return ok({
    ...{ work: chosen === 'public' ? await asPublic(work) : work, record, edition, view: chosen, shown },
    ...{ offices: chosen === 'public' ? null : (own?.offices ?? null), hasOwn: own !== null },
    mayPublish: edition.mayEdit && !edition.isUnclaimed,
  });
}

const mostBeside = 3;

interface Earlier {
  readonly edition: Edition;
  readonly announced: Announced;
}

/** The organiser's own editions before this one, as far as their pages are read, too; asked for at once, so that the one is read while the database looks for the next. */
async function earlierOf({ work, record, view, offices }: Opened, today: string): Promise<readonly Earlier[]> {
  if (marksReached(record.lastDay, today).length === 0) return [];
  const listed = await listEditions(work, { organiser: record.organiser, limit: 50 });
  if (!listed.ok) return [];
  const before = listed.value.entries
    .filter(({ id, lastDay }) => id !== record.id && lastDay < record.firstDay)
    .toSorted((one, other) => (one.lastDay > other.lastDay ? -1 : 1));
  const read = async (edition: Edition): Promise<readonly Earlier[]> => {
    if (view !== 'own' && (await followThroughOf(work, edition.id))?.visibility !== 'public') return [];
    const announced = await announcementsOf(work, { editionId: edition.id, offices });
    return announced.inParts.some((part) => part.length > 0) ? [{ edition, announced }] : [];
  };
  const found: Earlier[] = [];
  for (let at = 0; at < before.length && found.length < mostBeside;) {
    const some = before.slice(at, at + mostBeside - found.length);
    at += some.length;
    found.push(...(await Promise.all(some.map(read))).flat());
  }
  return found;
}

/** Each as it stood at the same age. */
function besides({ record }: Opened, { mine, earlier }: Beside, today: string): FollowThrough['beside'] {
  const months = marksReached(record.lastDay, today).at(-1);
  if (months === undefined || earlier.length === 0) return null;
  const row = ({ slug, name, firstDay, lastDay }: Edition | EditionRecord, { inParts }: Announced) => {
    const at = endOfMark(lastDay, months);
    return { slug, name: { ...name }, firstDay, fates: tallyOf(thingsIn(inParts, at)), ...answersAt(inParts, at) };
  };
  return { months, editions: [row(record, mine), ...earlier.map(({ edition, announced }) => row(edition, announced))] };
}

interface Beside {
  readonly mine: Announced;
  readonly earlier: readonly Earlier[];
}

/** The organiser's own view has the newest figures of its meetings; everybody reads what it stated. */
async function statedIn(opened: Opened, today: string): Promise<FollowThrough['stated']> {
  const { work, record, view, shown } = opened;
  if (view === 'public') return shown === null ? null : { on: shown.statedOn, steps: shown.steps, unlisted: shown.unlisted };
  if (opened.offices !== null) return null;
  const steps = await statedSteps(work, record.id);
  return steps === null ? null : { on: today, steps, unlisted: null };
}

/**
 * In the currency of the organiser's office where the caller belongs to it, else of their own: what was announced at the stage as which it was,
 * and what was realised of it as far as both sides or a paper stand behind it.
 */
async function convertedFor(
  { work, record, offices }: Opened,
  announcements: Announced['announcements'],
): Promise<FollowThrough['converted']> {
  const own = offices ?? work.actor.memberships.map(({ office }) => office);
  const office = own.find((one) => one === record.organiser) ?? own[0];
  if (office === undefined) return null;
  const converted = await convertFigures(work, { office }, announcements.flatMap(figuresToConvert));
  return converted === null ? null : convertedAsShown(converted);
}

/** The page of an edition that was opened, as of a day. */
export async function composeFollowThrough(opened: Opened, today: string): Promise<FollowThrough> {
  const { work, record, edition, view, mayPublish, hasOwn, shown, offices } = opened;
  const [mine, earlier] = await Promise.all([announcementsOf(work, { editionId: record.id, offices }), earlierOf(opened, today)]);
  const { announcements, inParts, tookPart } = mine;
  const { uncounted, ...counted } = countFollowThrough({ announcements, inParts, closedOn: record.lastDay, today });
  return {
    edition: {
      ...{ id: record.id, slug: record.slug, name: { ...record.name }, firstDay: record.firstDay, lastDay: record.lastDay },
      ...{ organiserName: edition.organiserName, isUnclaimed: edition.isUnclaimed, expo: edition.expo?.name ?? null },
    },
    ...{ view, mayPublish, hasOwn, isPublic: shown !== null, publishedAt: shown?.publishedAt?.toISOString() ?? null, asOf: today },
    ...counted,
    converted: view === 'own' ? await convertedFor(opened, announcements) : null,
    stated: await statedIn(opened, today),
    left: { related: await relatedTo(work, record.id), tookPart, uncounted },
    beside: besides(opened, { mine, earlier }, today),
    totals: await totalsOnly(work, { expoId: edition.expo?.id ?? null, listed: announcements.length === 0 ? [] : [record.id] }),
  };
}

export const dayOf = ({ now }: Work): string => now.toISOString().slice(0, 10);

export async function getFollowThrough(work: Work, input: Asked<'getFollowThrough'>): Promise<Result<FollowThrough>> {
  const opened = await openFollowThrough(work, input);
  return opened.ok ? ok(await composeFollowThrough(opened.value, dayOf(work))) : opened;
}
