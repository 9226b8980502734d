// The evidence of an outcome, for the office that keeps it: which papers are held, checked by a second person, expired, or missing.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { hasSecondPerson } from '#modules/accounts/api/second-person.ts';
import { citedSources, citeFrom } from '#modules/evidence/api/enter-source.ts';
import { settleSource } from '#modules/evidence/api/settle-source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { askedAt, evidenceAt } from '../../domain/evidence/checklist.ts';
import { figuresOf } from '../../domain/ledger.ts';
import type { OutcomeRecord } from '../../domain/outcome.ts';
import { goesOnWith, mayDecide, mayReadWaiting } from '../../policy.ts';
import { checkMark, insertMark, marksOf, ownItemsOf, restoreMark, withdrawMark, writeOwnItems } from '../../store/evidence.ts';
import { entriesOf } from '../../store/ledger.ts';
import { findOutcome, openForChange } from '../open-outcome.ts';
import { enteredBy } from '../post-entry.ts';

type Shown = Answer<'getOutcomeEvidence'>;

const stagesOf = async (work: Work, { id }: OutcomeRecord) =>
  figuresOf({ entries: await entriesOf(work.tx, [id]) }).map(({ stage }) => stage);

async function show(work: Work, record: OutcomeRecord): Promise<Shown> {
  const marks = await marksOf(work.tx, record.id);
  const [withdrawn, standing] = [
    marks.filter(({ withdrawnAt }) => withdrawnAt !== null),
    marks.filter(({ withdrawnAt }) => withdrawnAt === null),
  ];
  const { items: own, version: ownVersion } = await ownItemsOf(work.tx, record.ownerOffice);
  const sourceOf = await citedSources(work, marks);
  const known = standing.map((mark) => ({ ...mark, isChecked: mark.checkedAt !== null }));
  const stages = await stagesOf(work, record);
  const today = work.now.toISOString().slice(0, 10);
  const lastWithdrawn = (stage: string, item: string) => {
    const mark = withdrawn
      .filter((one) => one.stage === stage && one.item === item)
      .toSorted((a, b) => Number(a.withdrawnAt) - Number(b.withdrawnAt))
      .at(-1);
    return mark?.withdrawnAt == null ? null : { id: mark.id, source: sourceOf(mark), at: mark.withdrawnAt.toISOString() };
  };
  return {
    stages: evidenceAt({ kind: record.kind, stages }, known, { own, today }).map(({ stage, covered, items }) => ({
      ...{ stage, covered },
      items: items.map(({ item, state, mark }) => ({
        ...{ item, state, title: own.find(({ id }) => id === item)?.title ?? null },
        mark:
          mark === null
            ? null
            : {
                ...{ id: mark.id, source: sourceOf(mark), validUntil: mark.validUntil, enteredAt: mark.enteredAt.toISOString() },
                ...{ isOwn: mark.enteredBy === work.actor.account, checkedAt: mark.checkedAt?.toISOString() ?? null },
              },
        withdrawn: state === 'held' ? null : lastWithdrawn(stage, item),
      })),
    })),
    hasSecondPerson: await hasSecondPerson(work, record.ownerOffice),
    mayEdit: goesOnWith(work.actor, record.ownerOffice),
    own: own.map((one) => ({ ...one })),
    ownVersion,
  };
}

/** Told to the office that keeps the outcome alone: what it lacks is its own affair. Refuses `kernel.forbidden`. */
export async function getOutcomeEvidence(work: Work, { outcomeId }: Asked<'getOutcomeEvidence'>): Promise<Result<Shown>> {
  const found = await findOutcome(work, outcomeId);
  if (!found.ok) return found;
  const allowed = mayReadWaiting(work.actor, found.value.ownerOffice);
  return allowed.ok ? ok(await show(work, found.value)) : allowed;
}

/** Says that a paper proves an item. One that is over is recorded as expired. Refuses, at once, an item that is not on the list and our own records without a file. */
export async function markEvidence(work: Work, input: Asked<'markEvidence'>): Promise<Result<Shown>> {
  const opened = await openForChange(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const { stage, item, source: paper, validUntil } = input;
  const problems: Problem[] = [];
  const isAsked = askedAt(record.kind, stage, (await ownItemsOf(work.tx, record.ownerOffice)).items).includes(item);
  if (!isAsked || !(await stagesOf(work, record)).includes(stage)) problems.push({ path: ['item'], code: 'outcomes.evidence_not_asked' });
  if (paper.sourceId === undefined && paper.class === 'own_records' && paper.documentId == null)
    problems.push({ path: ['source'], code: 'outcomes.paper_missing' });
  if (problems.length > 0) return refuseInput(problems);
  const by = enteredBy(work);
  if (!by.ok) return by;
  const source = await settleSource(work, scope.office, paper);
  if (!source.ok) return source;
  const id = work.newId<'EvidenceMark'>();
  await insertMark(work.tx, scope, { id, stage, item, sourceId: source.value.id, validUntil, enteredBy: by.value, enteredAt: work.now });
  const cited = await citeFrom(work, {
    ...{ office: scope.office, citingId: id, audience: { visibility: 'private', sharedWith: [] }, sourceIds: [source.value.id] },
    passage: source.value,
  });
  if (!cited.ok) return cited;
  await audit(work, { useCase: 'mark-evidence', office: scope.office, subjects: [record.id, id], fields: ['stage', 'source', 'validTo'] });
  return ok(await show(work, record));
}

/** A second person has looked at the paper. Refuses who entered it, and what was checked already. */
export async function checkEvidence(work: Work, { outcomeId, markId }: Asked<'checkEvidence'>): Promise<Result<Shown>> {
  const opened = await openForChange(work, outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const by = enteredBy(work);
  if (!by.ok) return by;
  const mark = (await marksOf(work.tx, record.id)).find(({ id, withdrawnAt }) => id === markId && withdrawnAt === null);
  if (mark === undefined) return notFound('outcomes.evidence_unknown');
  if (!(await checkMark(work.tx, scope, { id: markId, by: by.value, now: work.now })))
    return refuse({ kind: 'conflict', code: mark.enteredBy === by.value ? 'outcomes.own_evidence' : 'outcomes.evidence_checked' });
  await audit(work, { useCase: 'check-evidence', office: scope.office, subjects: [record.id, markId], fields: ['verdict'] });
  return ok(await show(work, record));
}

export async function withdrawEvidence(work: Work, { outcomeId, markId }: Asked<'withdrawEvidence'>): Promise<Result<Shown>> {
  const opened = await openForChange(work, outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  if (!(await withdrawMark(work.tx, scope, { id: markId, now: work.now }))) return notFound('outcomes.evidence_unknown');
  await audit(work, { useCase: 'withdraw-evidence', office: scope.office, subjects: [record.id, markId], fields: [] });
  return ok(await show(work, record));
}

/** Undoes that it was withdrawn, by whoever of the office may enter. Refuses what stands. */
export async function restoreEvidence(work: Work, { outcomeId, markId }: Asked<'restoreEvidence'>): Promise<Result<Shown>> {
  const opened = await openForChange(work, outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  if (!(await restoreMark(work.tx, scope, markId))) return notFound('outcomes.evidence_unknown');
  await audit(work, { useCase: 'restore-evidence', office: scope.office, subjects: [record.id, markId], fields: [] });
  return ok(await show(work, record));
}

/** What the office asks for besides. Refuses `kernel.forbidden`. */
export async function getEvidenceList(work: Work, { officeId }: Asked<'getEvidenceList'>): Promise<Result<Answer<'getEvidenceList'>>> {
  const allowed = mayReadWaiting(work.actor, officeId);
  if (!allowed.ok) return allowed;
  const { items, version } = await ownItemsOf(work.tx, allowed.value);
  return ok({ items: [...items], version });
}

/** Sets all of them at once; what was marked under one that is taken off stays on record. Refuses who saw another list than the one that stands (`kernel.stale`). */
export async function setEvidenceList(work: Work, input: Asked<'setEvidenceList'>): Promise<Result<Answer<'setEvidenceList'>>> {
  const office: OfficeId = input.officeId;
  const scope = mayDecide(work.actor, office);
  if (!scope.ok) return scope;
  const twice = input.items.flatMap(({ id }, at) =>
    input.items.findIndex((other) => other.id === id) < at ? [{ path: ['items', at, 'id'], code: 'outcomes.evidence_twice' }] : [],
  );
  if (twice.length > 0) return refuseInput(twice);
  const version = await writeOwnItems(work.tx, scope.value, { items: input.items, expectedVersion: work.expectedVersion });
  if (version === null) return refuse(stale);
  await audit(work, { useCase: 'set-evidence-list', office, subjects: [office], fields: ['items'] });
  return ok({ items: input.items, version });
}
