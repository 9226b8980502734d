// What is known of an edition's meetings before any search: what has begun, and wishes that no plan can hold as things are.
import type { Language } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionFacts, Meeting } from '../../domain/edition-facts.ts';
import { aheadOf } from '../../domain/planning/begun.ts';
import { outlookDecisions, type OutlookTold } from '../../domain/planning/decisions.ts';
import { outlookOf, type Outlook } from '../../domain/planning/outlook.ts';
import { plannerInput } from '../../domain/planning/planner-facts.ts';
import { languageName, listOf, type Sentence } from '../../domain/planning/sentences.ts';
import { mayOversee } from '../../policy.ts';
import { loadOpen } from '../../store/waiting.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { shownSentence } from './show-plan.ts';

/** Looks at meetings that have not been, beside the facts as they are now. */
export function lookAhead({ now }: Work, edition: EditionFacts, meetings: readonly Meeting[]): Outlook {
  const ahead = aheadOf(edition, { meetings, orders: [], pins: [] }, { now: now.getTime(), held: [] });
  return outlookOf(ahead, plannerInput(ahead.edition, ahead.given), edition.slots.length);
}

/** The outlook with languages by their names. */
export const toldOutlook = ({ gaps, short }: Outlook, reader: Language): OutlookTold => ({
  short,
  gaps: gaps.map(({ languages, ...gap }) => ({
    ...gap,
    languages: listOf(
      languages.map((tag) => languageName(tag, reader)),
      reader,
    ),
  })),
});

/** That the edition has begun, in words; null where everything is still to come. */
export const begunSentence = (slots: number, begun: number): Sentence | null =>
  begun === 0 ? null : { code: begun === slots ? 'meetings.begun_all' : 'meetings.begun_some', params: { begun, slots } };

/** What planning has to reckon with, for the page on which a search is started. */
export async function getOutlook(work: Work, { editionId }: Asked<'getOutlook'>): Promise<Result<Answer<'getOutlook'>>> {
  const edition = await loadEditionFacts(work, editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  const scope = mayOversee(work.actor, edition);
  if (!scope.ok) return scope;
  const outlook = lookAhead(work, edition, await loadOpen(work.tx, scope.value, work.now));
  const begun = begunSentence(outlook.slots, outlook.begun);
  const entries = outlookDecisions(toldOutlook(outlook, work.actor.language));
  return ok({
    begun: begun === null ? null : shownSentence(begun),
    slotsAhead: outlook.slots - outlook.begun,
    entries: entries.map(({ title, detail }) => ({ title: shownSentence(title), detail: detail === null ? null : shownSentence(detail) })),
  });
}
