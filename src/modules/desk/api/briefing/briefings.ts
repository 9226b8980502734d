// Briefings: read and fitted to their pages, their points written, and as a file.
import { holds } from '#kernel/actor.ts';
import { writing, type Language } from '#kernel/language.ts';
import { notFound, ok, refuse, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { byDate } from '#modules/reports/domain/sorting.ts';
import { loadTieFacts } from '#modules/ties/api/load-ties.ts';
import { findTie } from '#modules/ties/api/open-tie.ts';
import { makeFile, setPaper } from '#platform/paper/paper-file.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { composeBriefing } from '../../formats/briefing/compose-briefing.ts';
import { mayWrite } from '../../policy.ts';
import { findBriefing, insertBriefing, updateBriefing } from '../../store/briefings.ts';
import { gatherBriefing, type BriefingAsked, type GatheredBriefing } from './gather-briefing.ts';
import { meetsOf } from './visit-facts.ts';

const printedGaps = ['established', 'begun_by_paper', 'class', 'parties', 'validity'] as const;

/** What is printed as missing, each once, with where it is entered. */
function missingOf({ facts, gaps }: GatheredBriefing): Answer<'getBriefing'>['missing'] {
  const nothing = { title: null, agreementId: null };
  const ofTie = gaps.flatMap((gap): Answer<'getBriefing'>['missing'] => {
    const about = printedGaps.find((one) => one === gap.about);
    if (about === undefined) return [];
    return [{ about, title: 'title' in gap ? gap.title : null, agreementId: 'agreementId' in gap ? gap.agreementId : null }];
  });
  return [
    ...(facts.meeting === null ? [{ about: 'meeting' as const, ...nothing }] : []),
    ...(facts.people.length === 0 ? [{ about: 'people' as const, ...nothing }] : []),
    ...(facts.points.raise.length === 0 ? [{ about: 'raise' as const, ...nothing }] : []),
    ...ofTie,
  ];
}

const MOST_MEETINGS = 30;

/** All of a briefing: what is matched is worked out beside the transaction that reads. */
async function gather(transact: Transact, input: BriefingAsked & { readonly language?: Language | undefined }) {
  const read = await transact(async (work) => {
    const gathered = await gatherBriefing(work, input);
    const { actor } = work;
    return gathered.ok
      ? ok({ ...gathered.value, mayEdit: holds(actor, input.officeId, 'editor'), language: input.language ?? actor.language })
      : gathered;
  });
  if (!read.ok) return read;
  const { facts, exchanges } = read.value;
  const met = exchanges.find(({ id }) => id === input.exchangeId);
  const meets = await meetsOf(transact, met, { office: input.officeId, today: facts.today });
  return ok({ ...read.value, facts: { ...facts, meets } });
}

/** The briefing in the reader's language. Refuses `ties.not_found`, `ties.exchange_not_found`, `kernel.forbidden`. */
export async function getBriefing(transact: Transact, input: Asked<'getBriefing'>): Promise<Result<Answer<'getBriefing'>>> {
  const read = await gather(transact, input);
  if (!read.ok) return read;
  const { facts, slug, version, exchanges, mayEdit, language } = read.value;
  const set = await setPaper(composeBriefing(facts, language), null);
  if (!set.ok) return set;
  const { paper, length } = set.value;
  return ok({
    ...{ slug, version, mayEdit, addressee: facts.addressee, paper, length, missing: missingOf(read.value) },
    points: {
      raise: [...facts.points.raise],
      never: [...facts.points.never],
      asked: [...facts.points.asked],
      day: [...facts.points.day],
      call: [...facts.points.call],
    },
    meetings: byDate(exchanges, ({ starts }) => starts)
      .slice(0, MOST_MEETINGS)
      .map(({ id, title, starts }) => ({ id, title: { ...title }, starts })),
  });
}

/** Writes the points in place of those that were seen. Refuses `ties.not_found`, `ties.exchange_not_found`, `kernel.forbidden`, `kernel.stale`. */
export async function setBriefing(work: Work, input: Asked<'setBriefing'>): Promise<Result<Answer<'setBriefing'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const tie = await findTie(work, input.tie);
  if (!tie.ok) return tie;
  const { tieId } = tie.value;
  const [facts] = await loadTieFacts(work, [tieId]);
  const exchange = facts?.exchanges.find(({ id }) => id === input.exchangeId);
  if (input.exchangeId !== undefined && exchange === undefined) return notFound('ties.exchange_not_found');
  const on = { tieId, exchangeId: exchange?.id ?? null };
  const { addressee, points } = input;
  const known = await findBriefing(work.tx, scope.value.office, on);
  if ((known?.version ?? 0) !== work.expectedVersion) return refuse(stale);
  const id = known?.id ?? work.newId<'Briefing'>();
  const written =
    known === null
      ? await insertBriefing(work.tx, scope.value, id, on, { addressee, points })
      : await updateBriefing(work.tx, scope.value, known, { addressee, points });
  if (!written) return refuse(stale);
  await audit(work, { useCase: 'set-briefing', office: scope.value.office, subjects: [id], fields: ['addressee', 'points'] });
  return ok({ id, version: (known?.version ?? 0) + 1 });
}

/** The briefing as a file, made outside the transaction that reads. */
export async function exportBriefing(transact: Transact, input: Asked<'exportBriefing'>): Promise<Result<File>> {
  const read = await gather(transact, input);
  if (!read.ok) return read;
  const { facts, slug, language } = read.value;
  return makeFile(composeBriefing(facts, language), { form: input.form, name: `${slug}-briefing-${writing[language].suffix}` });
}
