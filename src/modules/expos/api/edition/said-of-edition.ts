// What sources state of an edition and of who took part in it: entered by its own office, offices of cities and the register office.
import { notFound, ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { enterStatements, type StatementEntry } from '#modules/evidence/api/enter-statements.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Statement, Subject } from '#modules/evidence/domain/statement.ts';
import type { Work } from '#platform/work.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Asked } from '../../contract.ts';
import type { ParticipantId } from '../../domain/edition.ts';
import type { Listing } from '../../contract/roster.ts';
import {
  editionForms,
  formProblems,
  participationForms,
  shownOfEdition,
  shownOfParticipation,
  withUnit,
} from '../../domain/said-attributes.ts';
import { maySay } from '../../policy.ts';
import { findListings, ownAmong, saidParticipants, type OwnHere } from '../../store/listings.ts';
import { listingsOf } from '../list-directory.ts';
import { findEdition } from './open-edition.ts';

interface Said {
  readonly entries: ReturnType<typeof shownOfEdition>;
  readonly participations: readonly {
    readonly participantId: ParticipantId;
    readonly name: Listing['name'];
    readonly entries: ReturnType<typeof shownOfParticipation>;
  }[];
}

/** Each attribute of which something is said. Refuses `expos.not_found`. */
export async function getEditionSaid(work: Work, { editionId }: Asked<'getEditionSaid'>): Promise<Result<Said>> {
  const edition = await findEdition(work, editionId);
  if (!edition.ok) return edition;
  const { id } = edition.value;
  const participants = await saidParticipants(work.tx, [id]);
  const [statements, pins, ofParticipants, pinsOfParticipants, listings] = [
    await statementsOf(work, 'edition', [id]),
    await pinsOf(work, 'edition', [id]),
    await statementsOf(work, 'participation', participants),
    await pinsOf(work, 'participation', participants),
    await findListings(work.tx, id, { participants }),
  ];
  return ok({
    entries: shownOfEdition(statements.get(id) ?? [], pins.get(id) ?? []),
    participations: listings.flatMap(({ participantId, name }) => {
      const entries = shownOfParticipation(ofParticipants.get(participantId) ?? [], pinsOfParticipants.get(participantId) ?? []);
      return entries.length === 0 ? [] : [{ participantId, name: { ...name }, entries }];
    }),
  });
}

/** Of these participants and editions those that are the office's own: what others state of them is said of the office. */
export const expoHeardBy = (
  work: Work,
  office: OfficeId,
  among: { readonly participants: readonly string[]; readonly editions: readonly string[] },
): Promise<readonly OwnHere[]> => ownAmong(work.tx, office, among);

interface Entering<A extends string> {
  readonly editionId: string;
  readonly office: OfficeId;
  readonly subject: (id: string) => Promise<Result<Subject>>;
  readonly entries: readonly (StatementEntry & { readonly attribute: A })[];
  readonly forms: Readonly<Record<A, Parameters<typeof formProblems>[1]>>;
  readonly useCase: AuditedChange['useCase'];
  /** Whether the office is itself of whom it is said. */
  readonly isOwn: boolean;
}

async function enter<A extends string>(work: Work, asked: Entering<A>): Promise<Result<{ readonly entries: readonly Statement[] }>> {
  const { office, entries, forms, useCase } = asked;
  const edition = await findEdition(work, asked.editionId);
  if (!edition.ok) return edition;
  const scope = maySay(work.actor, { office, kind: await kindOfOffice(work, office), edition: edition.value, isOwn: asked.isOwn });
  if (!scope.ok) return scope;
  const subject = await asked.subject(edition.value.id);
  if (!subject.ok) return subject;
  const problems = entries.flatMap(({ attribute, value }, at): readonly Problem[] =>
    formProblems(attribute, forms[attribute], value).map((problem) => ({ ...problem, path: ['entries', at, 'value', ...problem.path] })),
  );
  if (problems.length > 0) return refuseInput(problems);
  const measured = entries.map((entry) => ({ ...entry, value: withUnit(entry.attribute, entry.value) }));
  const entered = await enterStatements(work, { office, subject: subject.value, entries: measured });
  if (!entered.ok) return entered;
  const fields = [...new Set(entries.map(({ attribute }) => attribute))];
  const subjects = [edition.value.id, ...entered.value.map(({ id }) => id)];
  await audit(work, { useCase, office, subjects, fields });
  return ok({ entries: entered.value });
}

/** Enters statements on an edition. Refuses `expos.not_found`, `kernel.forbidden`, and every misfit at its entry. */
export const enterEditionStatements = (
  work: Work,
  { editionId, office, entries }: Asked<'enterEditionStatements'>,
): Promise<Result<{ readonly entries: readonly Statement[] }>> =>
  enter(work, {
    ...{ editionId, office, entries, forms: editionForms, useCase: 'enter-edition-statements', isOwn: false },
    subject: async (id) => ok({ kind: 'edition', id }),
  });

/** Enters statements on a participant whom the actor may know of. Refuses also `expos.participant_not_found`. */
export async function enterParticipationStatements(
  work: Work,
  { editionId, participantId, office, entries }: Asked<'enterParticipationStatements'>,
): Promise<Result<{ readonly entries: readonly Statement[] }>> {
  const own = await ownAmong(work.tx, office, { participants: [participantId], editions: [] });
  return enter(work, {
    ...{ editionId, office, entries, forms: participationForms, useCase: 'enter-participation-statements', isOwn: own.length > 0 },
    subject: async () =>
      (await listingsOf(work, { editionId, participantIds: [participantId] })).has(participantId)
        ? ok({ kind: 'participation', id: participantId })
        : notFound('expos.participant_not_found'),
  });
}
