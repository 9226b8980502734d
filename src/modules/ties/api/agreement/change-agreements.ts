// Agreements of a tie: entered, corrected, withdrawn.
import { withGiven } from '#kernel/given.ts';
import type { Id } from '#kernel/ids.ts';
import { askFirst, notFound, ok, readByOthers, refuse, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { signing } from '../../contract/shapes.ts';
import type { AgreementId } from '../../domain/happenings.ts';
import type { AgreementFacts } from '../../domain/records.ts';
import { loadItems } from '../../store/agreed-items.ts';
import {
  findAgreement,
  insertAgreement,
  updateAgreement as saveAgreement,
  withdrawAgreement as saveWithdrawal,
} from '../../store/agreements.ts';
import { problemsOf, type Stated } from './agreement-problems.ts';
import { closePapers, settlePapers } from '../cite-papers.ts';
import { closeEvidence } from './cite-evidence.ts';
import { openAgreement } from './open-agreement.ts';
import { findTie, officesOf, openForEntry } from '../open-tie.ts';
import { showAgreements } from '../exchange/show-happenings.ts';

type AgreementShown = Answer<'addAgreement'>;

const nothingOfSigning: Pick<AgreementFacts, keyof ReturnType<typeof signing.parse>> = signing.parse({});

/** Each thing once, as far as it is given. */
const once = <T>(given: readonly T[] | undefined): readonly T[] | undefined => (given === undefined ? undefined : [...new Set(given)]);

async function shown(work: Work, id: AgreementId): Promise<Result<AgreementShown>> {
  const agreement = await findAgreement(work.tx, id);
  if (agreement === null) return notFound('ties.agreement_not_found');
  const tie = await findTie(work, agreement.tieId);
  const sides = tie.ok ? officesOf(tie.value) : { a: null, b: null };
  const [first] = await showAgreements(work, [agreement], { items: await loadItems(work.tx, [id]), sides });
  return first === undefined ? notFound('ties.agreement_not_found') : ok(first);
}

/** Enters an agreement of a tie that the office keeps; private until decided otherwise. */
export async function addAgreement(work: Work, input: Asked<'addAgreement'>): Promise<Result<AgreementShown>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope } = opened.value;
  const { tieId: _tie, office: _office, ...given } = input;
  const { source, documentId: document, ...facts } = given;
  const stated: Stated = {
    ...facts,
    domains: [...new Set(given.domains)],
    ...withGiven(nothingOfSigning, { ...given, languages: once(given.languages) }),
  };
  const documentId = document as Id<'Document'> | null;
  const id = work.newId<'Agreement'>();
  const row = { id, office: scope.office, visibility: 'private', sharedWith: [] } as const;
  const sourceId = await settlePapers(work, row, {
    asked: { source, documentId },
    before: { sourceId: null },
    problems: await problemsOf(work, { id, tieId: tie.tieId }, stated),
  });
  if (!sourceId.ok) return sourceId;
  await insertAgreement(work.tx, scope, { id, tieId: tie.tieId, facts: { ...stated, sourceId: sourceId.value, documentId } });
  await audit(work, { useCase: 'add-agreement', office: scope.office, subjects: [id, tie.tieId], fields: Object.keys(given) });
  return shown(work, id);
}

/** Sets the fields that are given; the others stay. */
export async function updateAgreement(work: Work, input: Asked<'updateAgreement'>): Promise<Result<AgreementShown>> {
  const opened = await openAgreement(work, input.agreementId);
  if (!opened.ok) return opened;
  const { agreement, scope } = opened.value;
  const { agreementId: _id, ...given } = input;
  const documentId = given.documentId === undefined ? agreement.documentId : (given.documentId as Id<'Document'> | null);
  const stated = withGiven<Stated>(agreement, { ...given, domains: once(given.domains), languages: once(given.languages) });
  const sourceId = await settlePapers(work, agreement, {
    asked: { source: given.source, documentId },
    before: agreement,
    problems: await problemsOf(work, agreement, stated),
  });
  if (!sourceId.ok) return sourceId;
  const facts: AgreementFacts = { ...stated, sourceId: sourceId.value, documentId };
  if (!(await saveAgreement(work.tx, scope, { id: agreement.id, facts, version: work.expectedVersion }))) return refuse(stale);
  await audit(work, { useCase: 'update-agreement', office: scope.office, subjects: [agreement.id], fields: Object.keys(given) });
  return shown(work, agreement.id);
}

/** Withdraws an agreement with its items; it stays on record. Refuses `kernel.stale`. */
export async function withdrawAgreement(work: Work, input: Asked<'withdrawAgreement'>): Promise<Result<Answer<'withdrawAgreement'>>> {
  const opened = await openAgreement(work, input.agreementId);
  if (!opened.ok) return opened;
  const { agreement, scope } = opened.value;
  const asks = askFirst(readByOthers(agreement), input.confirmed);
  if (asks !== null) return asks;
  const { expectedVersion: version, now } = work;
  if (!(await saveWithdrawal(work.tx, scope, { id: agreement.id, version, now }))) return refuse(stale);
  const items = await loadItems(work.tx, [agreement.id]);
  for (const closed of [await closePapers(work, agreement, agreement), await closeEvidence(work, agreement.office, items)])
    if (!closed.ok) return closed;
  await audit(work, { useCase: 'withdraw-agreement', office: scope.office, subjects: [agreement.id, agreement.tieId], fields: [] });
  return ok({ agreementId: agreement.id });
}
