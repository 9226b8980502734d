// Who may see a tie and which entries with it: looked at first, then decided, all at once.
import type { OfficeId } from '#kernel/ids.ts';
import { askFirst, notFound, ok, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { setAudiences } from '#modules/evidence/api/set-audiences.ts';
import type { Work } from '#platform/work.ts';
import { standing } from '#modules/evidence/domain/show-first.ts';
import { asksOfTakenOff } from '#modules/evidence/domain/taken-off.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import type { Answer, Asked } from '../contract.ts';
import type { Carrier } from '../domain/carriers.ts';
import type { TieFacts } from '../domain/tie-facts.ts';
import { goesWith, type Agreement, type Exchange, type Owned } from '../domain/records.ts';
import { openItems } from '../store/agreed-items.ts';
import { loadCarriers } from '../store/carriers.ts';
import { updateKeepingAudience } from '../store/keepings.ts';
import { openOwned } from '../store/owned-rows.ts';
import { citeEvidence } from './agreement/cite-evidence.ts';
import { citePapers } from './cite-papers.ts';
import { indexKeeping, unindexKeeping } from './index-tie.ts';
import { loadTieFacts } from './load-ties.ts';
import { officesOf, openForEntry } from './open-tie.ts';
import { showCarriers } from './carriers/show-carriers.ts';
import { narrowVisit } from './visit/change-visit.ts';
import { showAgreements, showExchanges } from './exchange/show-happenings.ts';

/** What an office has entered of a tie and still stands. */
const ownEntries = (facts: TieFacts, carriers: readonly Carrier[], office: OfficeId) => ({
  carriers: carriers.filter((carrier) => carrier.office === office),
  statements: standing(facts.statements.filter((statement) => statement.office.id === office)),
  agreements: facts.agreements.filter((agreement) => agreement.office === office),
  exchanges: facts.exchanges.filter((exchange) => exchange.office === office),
});

async function openEntries(work: Work, tieId: string, office: OfficeId) {
  const opened = await openForEntry(work, tieId, office);
  if (!opened.ok) return opened;
  const [facts] = await loadTieFacts(work, [opened.value.tie.tieId]);
  if (facts === undefined) return notFound('ties.not_found');
  const carriers = await loadCarriers(work.tx, opened.value.tie.tieId);
  return ok({ ...opened.value, facts, own: ownEntries(facts, carriers, opened.value.scope.office) });
}

type Preview = Omit<Answer<'previewTieAudience'>, 'statements'> & { readonly statements: readonly Statement[] };

/** Every entry of the office with who sees it now: what would become public is chosen from it. Refuses `ties.not_kept`. */
export async function previewTieAudience(work: Work, input: Asked<'previewTieAudience'>): Promise<Result<Preview>> {
  const opened = await openEntries(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, keeping, facts, own } = opened.value;
  return ok({
    version: keeping.version,
    statements: own.statements,
    agreements: await showAgreements(work, own.agreements, { items: facts.items, sides: officesOf(tie) }),
    exchanges: await showExchanges(work, own.exchanges),
    carriers: await showCarriers(work, own.carriers),
  });
}

/** What of the request names nothing of the office's own, and offices that do not exist; all at once. */
async function problemsOf(work: Work, input: Asked<'setTieAudience'>, own: ReturnType<typeof ownEntries>): Promise<readonly Problem[]> {
  const offices = await nameOffices(work, input.sharedWith);
  const unknown = (field: string, ids: readonly string[], entries: readonly { readonly id: string }[]): readonly Problem[] =>
    ids.flatMap((id, at) => (entries.some((entry) => entry.id === id) ? [] : [{ path: [field, at], code: 'ties.not_your_entry' }]));
  const others = input.sharedWith.filter((office) => office !== input.office);
  return [
    ...unknown('statementIds', input.statementIds, own.statements),
    ...unknown('agreementIds', input.agreementIds, own.agreements),
    ...unknown('exchangeIds', input.exchangeIds, own.exchanges),
    ...unknown('carrierIds', input.carrierIds ?? [], own.carriers),
    ...input.sharedWith.flatMap((office, at) =>
      offices.has(office) ? [] : [{ path: ['sharedWith', at], code: 'organisations.office_unknown' }],
    ),
    ...(input.visibility === 'shared' && others.length === 0 ? [{ path: ['sharedWith'], code: 'organisations.share_with_whom' }] : []),
  ];
}

/** The papers of agreements, exchanges and carriers open and close with them. */
async function citeAgain(
  work: Work,
  rows: readonly (Agreement | Carrier | Exchange)[],
  audience: Pick<Owned, 'visibility' | 'sharedWith'>,
): Promise<Result<null>> {
  for (const row of rows) {
    const cited = await citePapers(work, { ...row, ...audience }, row);
    if (!cited.ok) return cited;
  }
  return ok(null);
}

/**
 * Sets who may see that the office keeps the tie, and gives the named entries the same readers; entries that are not named stay as they
 * are. Refuses `kernel.stale`, and every name that is not the office's own; asks `evidence.takes_off_cited`.
 */
export async function setTieAudience(work: Work, input: Asked<'setTieAudience'>): Promise<Result<{ version: number }>> {
  const opened = await openEntries(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope, keeping, own } = opened.value;
  const problems = await problemsOf(work, input, own);
  if (problems.length > 0) return refuseInput(problems);
  const going = new Set(input.visibility === 'public' ? input.statementIds : []);
  const asks = askFirst(asksOfTakenOff(opened.value.facts.statements, going), input.confirmed);
  if (asks !== null) return asks;
  const sharedWith = [...new Set(input.sharedWith)].filter((office) => office !== scope.office);
  const audience = { visibility: input.visibility, sharedWith: input.visibility === 'shared' ? sharedWith : [] };
  const change = { tieId: tie.tieId, ...audience, version: work.expectedVersion };
  if (!(await updateKeepingAudience(work.tx, scope, change))) return refuse(stale);
  const [agreements, exchanges] = [
    own.agreements.filter(({ id }) => input.agreementIds.includes(id)),
    own.exchanges.filter(({ id }) => input.exchangeIds.includes(id)),
  ];
  const ids = <T extends { readonly id: string }>(rows: readonly T[]): T['id'][] => rows.map(({ id }) => id);
  await openOwned(work.tx, 'ties.agreement', scope, { ids: ids(agreements), ...audience });
  await openOwned(work.tx, 'ties.exchange', scope, { ids: ids(exchanges), ...audience });
  for (const { id } of exchanges) await narrowVisit(work, scope, id, audience);
  const carriers = own.carriers.filter(({ id }) => input.carrierIds?.includes(id) === true);
  await openOwned(work.tx, 'ties.carrier', scope, { ids: ids(carriers), ...audience });
  const cited = await citeAgain(work, [...agreements, ...exchanges, ...carriers], audience);
  if (!cited.ok) return cited;
  // What an office keeps to itself beneath a paper that others read stays so.
  const items = opened.value.facts.items.filter((item) => agreements.some((of) => of.id === item.agreementId && goesWith(item, of)));
  await openItems(work.tx, scope, { ids: ids(items), ...audience });
  const proved = await citeEvidence(work, scope.office, items, audience);
  if (!proved.ok) return proved;
  const said = await setAudiences(work, { office: scope.office, statementIds: input.statementIds, audience });
  if (!said.ok) return said;
  await unindexKeeping(work, { office: scope.office, ties: [tie.tieId] });
  await indexKeeping(work, { office: scope.office, ties: [{ tieId: tie.tieId, pair: tie.pair }], audience });
  await audit(work, {
    useCase: 'set-tie-audience',
    office: scope.office,
    subjects: [tie.tieId, ...input.statementIds, ...input.agreementIds, ...input.exchangeIds, ...ids(carriers)],
    fields: ['visibility', 'sharedWith'],
  });
  return ok({ version: keeping.version + 1 });
}
