// Before a draft is released: the letter that a company would get, in every language, one company after another.
import { languages, type Language } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { agendaEntries, concernedBy, trackEntries } from '../../domain/agenda/agenda.ts';
import { scheduleLetter } from '../../domain/agenda/letters.ts';
import { changesFor } from '../../domain/agenda/release-news.ts';
import { mayOrganise } from '../../policy.ts';
import { loadCancelledHelpers, loadEntries } from '../../store/agendas.ts';
import { loadHeld } from '../../store/bookings.ts';
import { loadMeetings } from '../../store/meetings.ts';
import { loadNotice } from '../../store/releases.ts';
import { letterFacts } from '../agenda/tell-participants.ts';
import { openPlan, placedAfterRelease } from '../planning/open-plan.ts';
import { participantRef } from '../show-refs.ts';

/** The letter to the company that is asked for, else to the first whom the release concerns; none where it concerns nobody. */
export async function previewReleaseLetter(
  work: Work,
  input: Asked<'previewReleaseLetter'>,
  origin: string,
): Promise<Result<Answer<'previewReleaseLetter'>>> {
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const { edition } = opened.value;
  const scope = mayOrganise(work.actor, edition);
  if (!scope.ok) return scope;
  const meetings = await loadMeetings(work.tx, input.editionId);
  const held = await loadHeld(work.tx, input.editionId);
  const after = placedAfterRelease(opened.value);
  const cancelled = await loadCancelledHelpers(work.tx, scope.value);
  const { participants } = concernedBy(edition, meetings, { held, after, cancelled });
  const companies = edition.participants.filter(({ id }) => participants.has(id)).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const at = Math.max(
    0,
    companies.findIndex(({ id }) => id === input.toId),
  );
  const company = companies[at];
  if (company === undefined) return ok({ company: null, texts: {}, next: null });
  const number = ((await loadNotice(work.tx, input.editionId))?.number ?? 0) + 1;
  const was = await loadEntries(work.tx, scope.value, { participants: [company.id] });
  const own = agendaEntries(edition, meetings, after).filter(({ participantId }) => participantId === company.id);
  const concerned = trackEntries(was, own, { kind: 'plan', number }).filter(({ releaseNumber }) => releaseNumber === number);
  const changes = changesFor(was, concerned);
  const facts = await letterFacts(work, scope.value, { edition, number, kind: 'plan' });
  const letterIn = (language: Language) => scheduleLetter(language, facts(language, `${origin}/my/${edition.id}/${company.id}`, changes));
  return ok({
    company: participantRef(company),
    texts: Object.fromEntries(languages.map((language) => [language, letterIn(language)])),
    next: companies.length > 1 ? (companies[(at + 1) % companies.length]?.id ?? null) : null,
  });
}
