// What is known of an edition's meetings before any search: what has begun, and wishes that no plan can hold as things are.
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { hasBegun } from '../../domain/planning/begun.ts';
import { lackDecisions } from '../../domain/planning/decisions.ts';
import type { Sentence } from '../../domain/planning/sentences.ts';
import { mayOversee } from '../../policy.ts';
import { loadWaiting } from '../../store/waiting.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { awayAhead, lackingIn, loadPlanned } from './lacking.ts';
import { shownSentence } from './show-plan.ts';

/** That the edition has begun, in words; null where everything is still to come. */
export const begunSentence = (slots: number, begun: number): Sentence | null =>
  begun === 0 ? null : { code: begun === slots ? 'meetings.begun_all' : 'meetings.begun_some', params: { begun, slots } };

/** What planning has to reckon with, for the page on which a search is started. */
export async function getOutlook(work: Work, { editionId }: Asked<'getOutlook'>): Promise<Result<Answer<'getOutlook'>>> {
  const edition = await loadEditionFacts(work, editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  const scope = mayOversee(work.actor, edition);
  if (!scope.ok) return scope;
  const waiting = await loadWaiting(work.tx, scope.value, work.now, awayAhead(edition, work.now.getTime()));
  const planned = await loadPlanned(work, edition, scope.value, waiting);
  const slots = edition.slots.length;
  const slotsBegun = edition.slots.filter((slot) => hasBegun(slot, { now: work.now.getTime() })).length;
  const begun = begunSentence(slots, slotsBegun);
  const entries = lackDecisions(lackingIn(work, edition, waiting, planned));
  return ok({
    begun: begun === null ? null : shownSentence(begun),
    slotsAhead: slots - slotsBegun,
    entries: entries.map(({ title, detail }) => ({ title: shownSentence(title), detail: detail === null ? null : shownSentence(detail) })),
  });
}
