// A city's profile is written as a draft, looked at as the public would see it, published, and taken back.
import { notFound, ok, refuse, refuseInput, stale, type Refusal, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import type { AskedSource } from '#modules/evidence/api/settle-source.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { ProfileEntry, PublishedEntry } from '../../contract/profile.ts';
import type { CityId } from '../../domain/city.ts';
import { extentOrNull } from '../../domain/profile/extent.ts';
import { callProblems } from '../../domain/profile/partner-call.ts';
import {
  halfTexts,
  isLimited,
  noEntrySource,
  textProblems,
  type EntryRecord,
  type EntryText,
  type ProfileEntryId,
  type StepKind,
} from '../../domain/profile/profile.ts';
import { publicationRefusal } from '../../domain/profile/review.ts';
import type { CityScope } from '../../domain/scope.ts';
import { findText, insertStep, listSteps } from '../../store/entry-steps.ts';
import { discardEntry, findEntry, findPublished, insertEntry, publishEntry, unpublishEntry, updateEntry } from '../../store/profile.ts';
import { indexCities } from '../index-city.ts';
import { indexEntries } from './index-entries.ts';
import { openForChange } from '../open-city.ts';
import { citeSources, citedBy, foreignSource, settleEntrySource, sourcesOfTexts } from './entry-sources.ts';
import { colleaguesIn, showEntry, showPublished, showSaid, type Colleagues } from './read-profile.ts';

export interface OpenedEntry {
  readonly entry: EntryRecord;
  readonly scope: CityScope;
  readonly colleagues: Colleagues;
}

/** An entry for a change by an editor of the steward. Refuses `cities.entry_not_found`, `kernel.forbidden`. */
async function openEntry(work: Work, entryId: ProfileEntryId): Promise<Result<OpenedEntry>> {
  const entry = await findEntry(work.tx, entryId);
  if (entry === null) return notFound('cities.entry_not_found');
  const opened = await openForChange(work, entry.cityId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  return ok({ entry, scope, colleagues: await colleaguesIn(work, scope.office) });
}

interface Step {
  readonly useCase: AuditedChange['useCase'];
  readonly fields: readonly string[];
  readonly step: StepKind;
  readonly note?: string | null;
  readonly fromVersion?: number;
  /** Where the text is said, as it is asked for. */
  readonly source?: AskedSource | null | undefined;
  /** Why it may not be done; null where it may. */
  readonly refuses?: (opened: OpenedEntry) => Refusal | null | Promise<Refusal | null>;
  /** `source`: undefined where it stays as it is. */
  readonly take: (opened: OpenedEntry, source: Partial<EntryText>) => Promise<EntryRecord | null>;
}

async function noteStep(
  work: Work,
  { scope, entry }: Pick<OpenedEntry, 'scope' | 'entry'>,
  {
    step,
    note = null,
    fromVersion = null,
  }: { readonly step: StepKind; readonly note?: string | null; readonly fromVersion?: number | null },
): Promise<void> {
  await insertStep(work.tx, scope, entry.id, {
    id: work.newId<'EntryStep'>(),
    step,
    textVersion: entry.textVersion,
    fromVersion,
    account: work.actor.account,
    note,
    content: step === 'written' || step === 'restored' ? textOf(entry) : null,
    doneAt: work.now,
  });
}

/** One step of an entry, guarded by its version, kept in its history and noted in the log. */
export async function takeStep(work: Work, entryId: ProfileEntryId, asked: Step): Promise<Result<ProfileEntry>> {
  const opened = await openEntry(work, entryId);
  if (!opened.ok) return opened;
  const { entry, scope, colleagues } = opened.value;
  if (work.expectedVersion !== null && work.expectedVersion !== entry.version) return refuse(stale);
  const source = await settleEntrySource(work, scope, asked.source);
  const refusal = (await asked.refuses?.(opened.value)) ?? null;
  const problems = [...(refusal?.problems ?? []), ...(source.ok ? [] : (source.refusal.problems ?? []))];
  if (problems.length > 0) return refuseInput(problems);
  if (refusal !== null) return refuse(refusal);
  if (!source.ok) return source;
  const cited = await citedBy(work, entry);
  const changed = await asked.take(opened.value, source.value ?? {});
  if (changed === null) return refuse(stale);
  const opens = await citeSources(work, scope, changed, cited);
  if (!opens.ok) return opens;
  await noteStep(work, { scope, entry: changed }, { step: asked.step, note: asked.note ?? null, fromVersion: asked.fromVersion ?? null });
  await audit(work, { useCase: asked.useCase, office: scope.office, subjects: [scope.cityId, entry.id], fields: asked.fields });
  return ok(showEntry(work, changed, { colleagues, mayEdit: true, sourceOf: await sourcesOfTexts(work, [changed]) }));
}

/** Begins an entry; nobody but the steward's members reads it until it is published. */
export async function createProfileEntry(work: Work, { cityId, ...given }: Asked<'createProfileEntry'>): Promise<Result<ProfileEntry>> {
  const { source = null, saidBy = null, extent = null, ...asked } = given;
  const text = { ...asked, extent: extentOrNull(extent) };
  const opened = await openForChange(work, cityId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const settled = await settleEntrySource(work, scope, source);
  const problems = [...textProblems(text), ...(settled.ok ? [] : (settled.refusal.problems ?? []))];
  if (problems.length > 0) return refuseInput(problems);
  if (!settled.ok) return settled;
  const id = work.newId<'ProfileEntry'>();
  const entry = await insertEntry(work.tx, scope, {
    ...noEntrySource,
    ...text,
    saidBy,
    ...settled.value,
    id,
    by: work.actor.account,
    now: work.now,
  });
  const cited = await citeSources(work, scope, entry, []);
  if (!cited.ok) return cited;
  await noteStep(work, { scope, entry }, { step: 'written' });
  await audit(work, { useCase: 'create-profile-entry', office: scope.office, subjects: [scope.cityId, id], fields: Object.keys(given) });
  const shown = { colleagues: await colleaguesIn(work, scope.office), mayEdit: true, sourceOf: await sourcesOfTexts(work, [entry]) };
  return ok(showEntry(work, entry, shown));
}

/** The text alone, as it is kept with the step that wrote it. */
const textOf = ({ kind, domain, goals, title, body, extent, sought, sourceId, passage, place, saidBy }: EntryText): EntryText => ({
  ...{ kind, domain, goals, title, body, extent, sought },
  ...{ sourceId, passage, place, saidBy },
});

/** What the entry says with what is given put in its place; what belongs to a kind alone goes with it. */
function textWith(entry: EntryText, input: Partial<EntryText>): EntryText {
  const kind = input.kind ?? entry.kind;
  const kept = kind === 'partner_call' ? entry.sought : null;
  return {
    kind,
    domain: input.domain === undefined ? entry.domain : input.domain,
    goals: input.goals ?? entry.goals,
    title: input.title ?? entry.title,
    body: input.body ?? entry.body,
    extent: input.extent === undefined ? (isLimited(kind) ? entry.extent : null) : extentOrNull(input.extent),
    sought: input.sought === undefined ? kept : input.sought,
    sourceId: input.sourceId === undefined ? entry.sourceId : input.sourceId,
    passage: input.passage === undefined ? entry.passage : input.passage,
    place: input.place === undefined ? entry.place : input.place,
    saidBy: input.saidBy === undefined ? entry.saidBy : input.saidBy,
  };
}

/** The refusal that names all problems; null where there is none. */
export const invalid = (problems: ReturnType<typeof textProblems>): Refusal | null =>
  problems.length === 0 ? null : { kind: 'invalid', code: 'kernel.invalid_input', params: { count: problems.length }, problems };

/** Sets what is given of the working text; what is published stays as it is, and who reviewed it begins anew. */
export function updateProfileEntry(work: Work, { entryId, source, ...input }: Asked<'updateProfileEntry'>): Promise<Result<ProfileEntry>> {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<EntryText>;
  return takeStep(work, entryId, {
    useCase: 'update-profile-entry',
    fields: [...Object.keys(given), ...(source === undefined ? [] : ['source'])],
    step: 'written',
    source,
    refuses: ({ entry }) => invalid(textProblems(textWith(entry, given))),
    take: ({ entry, scope }, stated) =>
      updateEntry(work.tx, scope, {
        entry,
        text: textWith(entry, { ...given, ...stated }),
        by: work.actor.account,
        expectedVersion: work.expectedVersion,
        now: work.now,
      }),
  });
}

/** Takes an earlier text up again as the draft of now. Refuses `cities.text_not_found`. */
export async function restoreProfileEntry(
  work: Work,
  { entryId, textVersion }: Asked<'restoreProfileEntry'>,
): Promise<Result<ProfileEntry>> {
  const text = await findText(work.tx, entryId, textVersion);
  return takeStep(work, entryId, {
    useCase: 'restore-profile-entry',
    fields: ['text'],
    step: 'restored',
    fromVersion: textVersion,
    refuses: ({ entry }) => {
      if (text === null) return { kind: 'not_found', code: 'cities.text_not_found' };
      return textVersion === entry.textVersion ? { kind: 'conflict', code: 'cities.text_of_now' } : null;
    },
    take: async ({ entry, scope }) =>
      text === null
        ? null
        : updateEntry(work.tx, scope, { entry, text, by: work.actor.account, expectedVersion: work.expectedVersion, now: work.now }),
  });
}

interface Preview {
  version: number;
  becomes: Omit<PublishedEntry, 'publishedAt'>;
  now: PublishedEntry | null;
}

/** What everybody would read, beside what they read now; publishing then names the version that was seen. */
export async function previewProfileEntry(work: Work, { entryId }: Asked<'previewProfileEntry'>): Promise<Result<Preview>> {
  const opened = await openEntry(work, entryId);
  if (!opened.ok) return opened;
  const { entry } = opened.value;
  const published = await findPublished(work.tx, entry.id);
  const sourceOf = await sourcesOfTexts(work, [entry, ...(published === null ? [] : [published])]);
  return ok({
    version: entry.version,
    becomes: { ...showSaid(entry, sourceOf), id: entry.id },
    now: published === null ? null : showPublished(published, sourceOf),
  });
}

/** With what it tells a city may open or hide: both are found anew. */
async function indexTold(work: Work, cityId: CityId, gone: readonly string[] = []): Promise<void> {
  await indexCities(work, [cityId]);
  await indexEntries(work, { cities: [cityId], gone });
}

/** Publishes the version that was previewed, once somebody else has approved it, or with a note where nobody else is there; whole in each language. */
export function publishProfileEntry(work: Work, { entryId, note }: Asked<'publishProfileEntry'>): Promise<Result<ProfileEntry>> {
  return takeStep(work, entryId, {
    useCase: 'publish-profile-entry',
    fields: ['state'],
    step: 'published',
    note,
    refuses: async ({ entry, colleagues }) => {
      const unread = publicationRefusal(entry, { writers: colleagues.writers, note });
      if (unread !== null && unread.path.length === 0) return { kind: 'conflict', code: unread.code };
      const called = entry.sought === null ? [] : callProblems(entry.sought, work.now);
      return invalid([...(unread === null ? [] : [unread]), ...halfTexts(entry), ...called, ...(await foreignSource(work, entry))]);
    },
    take: async ({ entry, scope }) => {
      const published = await publishEntry(work.tx, scope, { entry, expectedVersion: work.expectedVersion, now: work.now });
      if (published !== null) await indexTold(work, scope.cityId);
      return published;
    },
  });
}

/** Takes an entry back; the draft stays. */
export const unpublishProfileEntry = (work: Work, { entryId }: Asked<'unpublishProfileEntry'>): Promise<Result<ProfileEntry>> =>
  takeStep(work, entryId, {
    useCase: 'unpublish-profile-entry',
    fields: ['state'],
    step: 'withdrawn',
    refuses: ({ entry }) => (entry.publishedVersion === null ? { kind: 'conflict', code: 'cities.not_published' } : null),
    take: async ({ entry, scope }) => {
      const taken = await unpublishEntry(work.tx, scope, { entry, expectedVersion: work.expectedVersion });
      if (taken !== null) await indexTold(work, scope.cityId, [entry.id]);
      return taken;
    },
  });

/** Takes away a draft that nobody else has read. Refuses `cities.entry_was_published` where everybody once did: that stays, with its history. */
export const discardProfileEntry = (work: Work, { entryId }: Asked<'discardProfileEntry'>): Promise<Result<ProfileEntry>> =>
  takeStep(work, entryId, {
    useCase: 'discard-profile-entry',
    fields: ['state'],
    step: 'discarded',
    refuses: async ({ entry }) =>
      entry.publishedVersion !== null || (await listSteps(work.tx, entry.id)).some(({ step }) => step === 'published')
        ? { kind: 'conflict', code: 'cities.entry_was_published' }
        : null,
    take: ({ entry, scope }) => discardEntry(work.tx, scope, { entry, expectedVersion: work.expectedVersion, now: work.now }),
  });
