// Clashes in the words that their readers get, and what delegations do beside an edition as the check takes it.
import { chooseText, type MultilingualText } from '#kernel/language.ts';
import type { TravelSpan } from '#modules/expos/api/group-visits.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../../contract.ts';
import type { EditionParticipant } from '../../domain/edition-facts.ts';
import { share, type Clash, type StopSpan } from '../../domain/programme/clashes.ts';

interface Titled {
  readonly id: string;
  readonly title: MultilingualText;
}

/** Each clash with the titles of what it is about. */
export function tellClashes(work: Work, found: readonly Clash[], titled: readonly Titled[]): Answer<'checkVisit'>['clashes'] {
  const { language } = work.actor;
  const titles = new Map<string, string>(titled.map(({ id, title }) => [id, chooseText(title, language).text]));
  return found.map(({ code, severity, items, about, count }) => {
    const [item = '', other = ''] = items.map((id) => titles.get(id) ?? '');
    const called = about === null ? '' : typeof about === 'string' ? about : chooseText(about, language).text;
    return { code, severity, items: [...items], params: { item, other, about: called, ...(count === undefined ? {} : { count }) } };
  });
}

/** With the participants whose people take part: those of the group that are called like an organisation of the delegation; of one without organisations all. */
export const stopsOf = (spans: readonly TravelSpan[], participants: readonly EditionParticipant[]): readonly StopSpan[] =>
  spans.map(({ groupId, organisations, ...span }) => ({
    ...span,
    participants: participants
      .filter((one) => one.groupId === groupId && (organisations.length === 0 || organisations.some((called) => share(called, one.name))))
      .map(({ id }) => id),
  }));
