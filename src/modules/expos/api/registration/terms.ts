// The terms of registration: what the public page says of them, and the organiser's own view.
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { actAs } from '#platform/acting.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionRecord } from '../../domain/edition.ts';
import { firstTerms, freeConsents, isFull, pageState, registrationStates, type RegistrationTerms } from '../../domain/registration.ts';
import { editionSpan } from '../../domain/venue-time.ts';
import { countRegistrations, countTaken, groupNames, loadTerms, writeTerms, type TermsRecord } from '../../store/registrations.ts';
import { listTopicRows } from '../../store/topics.ts';
import { instantText } from '../instant.ts';
import type { Posting } from '../letters/post-letters.ts';
import { findNamedEdition, openForChange, openForPreview } from '../edition/open-edition.ts';
import { fillPlaces } from './accept.ts';

const textOf = (at: Date | null): string | null => (at === null ? null : instantText(at));
const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** The terms of an edition, and those it begins with where nobody has set any. */
export async function termsOf(work: Work, { id, organiser }: Pick<EditionRecord, 'id' | 'organiser'>): Promise<TermsRecord> {
  const known = await loadTerms(work.tx, id);
  return known ?? { version: 0, ...firstTerms({ ...(await nameOffices(work, [organiser])).get(organiser) }) };
}

const copied = ({ roles, groups, fields, consents, note, opensAt, closesAt, ...terms }: RegistrationTerms) => ({
  ...{ ...terms, opensAt: textOf(opensAt), closesAt: textOf(closesAt), roles: [...roles], groups: groups.map((group) => ({ ...group })) },
  ...{ fields: { ...fields }, note: note === null ? null : { ...note } },
  consents: consents.map(({ purpose, receiver, ...consent }) => ({ ...consent, purpose: { ...purpose }, receiver: { ...receiver } })),
});

const allOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, count) => all + count, 0);

/** What stands at the head of every page of registration. */
export async function shownEdition(
  work: Work,
  { id, slug, name, venue, timeZone, firstDay, lastDay, organiser }: EditionRecord,
): Promise<Answer<'getRegistrationPage'>['edition']> {
  const names = await nameOffices(work, [organiser]);
  return { id, slug, name: { ...name }, venue: { ...venue }, timeZone, firstDay, lastDay, organiserName: { ...names.get(organiser) } };
}

/** For everybody, of an edition that everybody may see. Refuses `expos.not_found`. */
export async function getRegistrationPage(work: Work, input: Asked<'getRegistrationPage'>): Promise<Result<Answer<'getRegistrationPage'>>> {
  const seen = await asPublic(work);
  const found = await findNamedEdition(seen, input.edition);
  if (!found.ok) return found;
  const edition = found.value;
  return actAs(seen, { offices: [edition.organiser], writes: false }, async (acting) => {
    const terms = await termsOf(acting, edition);
    const taken = await countTaken(acting.tx, edition.id);
    const names = await groupNames(acting.tx, edition.id);
    const registered = terms.isOpen ? 0 : allOf(await countRegistrations(acting.tx, edition.id));
    const state = pageState(terms, { now: work.now, taken, ends: editionSpan(edition).end, registered });
    const { opensAt, closesAt, fields, consents, note, approval } = copied(terms);
    const isShown = state !== 'not_open';
    return ok({
      ...{ edition: await shownEdition(acting, edition), version: terms.version, state, opensAt, closesAt, approval, fields },
      roles: terms.roles.map((role) => ({ role, full: isFull(terms, taken, { role, groupId: null }) })),
      groups: isShown
        ? terms.groups.flatMap(({ groupId, most }) => {
            const name = names.get(groupId);
            const count = taken.filter((one) => one.groupId === groupId).reduce((all, one) => all + one.count, 0);
            return name === undefined ? [] : [{ groupId, name: { ...name }, full: most !== null && count >= most }];
          })
        : [],
      topics: (await listTopicRows(acting.tx, edition.id)).map(({ id, name }) => ({ id, name: { ...name } })),
      consents: isShown ? consents : [],
      note: isShown ? note : null,
    });
  });
}

async function shownTerms(work: Work, edition: EditionRecord): Promise<Answer<'getRegistrationTerms'>> {
  const terms = await termsOf(work, edition);
  const counts = await countRegistrations(work.tx, edition.id);
  const taken = await countTaken(work.tx, edition.id);
  return {
    ...copied(terms),
    version: terms.version,
    state: pageState(terms, { now: work.now, taken, ends: editionSpan(edition).end, registered: allOf(counts) }),
    figures: Object.fromEntries(
      registrationStates.map((state) => [state, counts.get(state) ?? 0]),
    ) as Answer<'getRegistrationTerms'>['figures'],
    isPublic: edition.visibility === 'public',
  };
}

/** For the organiser's editors. Refuses `expos.not_found`, `kernel.forbidden`. */
export async function getRegistrationTerms(
  work: Work,
  input: Asked<'getRegistrationTerms'>,
): Promise<Result<Answer<'getRegistrationTerms'>>> {
  const opened = await openForPreview(work, input.editionId);
  return opened.ok ? ok(await shownTerms(work, opened.value.record)) : opened;
}

/** All that cannot be in terms: a window turned round, a group or a consent twice, a group of another edition, none that is needed. */
function termsProblems(terms: RegistrationTerms, groups: ReadonlyMap<string, unknown>, edition: EditionRecord): readonly Problem[] {
  const { opensAt, closesAt } = terms;
  const twice = (list: readonly string[], at: number): boolean => list.indexOf(list[at] ?? '') !== at;
  const [ids, keys] = [terms.groups.map(({ groupId }) => groupId), terms.consents.map(({ key }) => key)];
  return [
    ...(opensAt !== null && closesAt !== null && opensAt >= closesAt ? [{ path: ['closesAt'], code: 'expos.registration_window' }] : []),
    ...(twice(terms.roles, 1) && terms.roles.length > 1 ? [{ path: ['roles'], code: 'expos.registration_role' }] : []),
    ...ids.flatMap((id, at): readonly Problem[] =>
      groups.has(id) && !twice(ids, at) ? [] : [{ path: ['groups', at, 'groupId'], code: 'expos.group_unknown' }],
    ),
    ...keys.flatMap((_key, at): readonly Problem[] =>
      twice(keys, at) ? [{ path: ['consents', at, 'key'], code: 'expos.consent_twice' }] : [],
    ),
    ...(terms.consents.some(({ key, needed }) => needed && !freeConsents.includes(key))
      ? []
      : [{ path: ['consents'], code: 'expos.consent_none_needed' }]),
    // What nobody could open is not open.
    ...(terms.isOpen && edition.visibility !== 'public' ? [{ path: ['isOpen'], code: 'expos.registration_not_public' }] : []),
  ];
}

/** Sets the terms, opens or closes. More places are filled from the waiting list at once. Refuses all problems at once. */
export async function changeRegistrationTerms(
  work: Work,
  input: Asked<'changeRegistrationTerms'>,
  posting: Posting,
): Promise<Result<Answer<'changeRegistrationTerms'>>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const before = await termsOf(work, record);
  if (work.expectedVersion !== null && work.expectedVersion !== before.version)
    return { ok: false, refusal: { kind: 'stale', code: 'kernel.stale' } };
  const { editionId: _edition, ...given } = input;
  const terms = { ...given, opensAt: dateOf(given.opensAt), closesAt: dateOf(given.closesAt) };
  const problems = termsProblems(terms, await groupNames(work.tx, record.id), record);
  if (problems.length > 0) return refuseInput(problems);
  await writeTerms(work.tx, scope, terms);
  const filled = await fillPlaces(work, opened.value, { ...terms, version: 0 }, posting);
  if (!filled.ok) return filled;
  await audit(work, {
    useCase: 'change-registration-terms',
    office: scope.office,
    subjects: [record.id, ...filled.value],
    fields: Object.keys(given),
  });
  return ok(await shownTerms(work, record));
}
