// What clashes in the draft of the programme, and releasing it where nothing does.
import { overlaps } from '#kernel/intervals.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { travelAtEdition } from '#modules/expos/api/group-visits.ts';
import { keepProgrammeRelease } from '#modules/expos/api/programme/change-programme.ts';
import { loadProgrammeDraft, loadSpeakerAnswers } from '#modules/expos/api/programme/show-programme.ts';
import type { EditionId } from '#modules/expos/domain/edition.ts';
import { notAnswered } from '#modules/expos/domain/programme/programme.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { clashesOf } from '../../domain/programme/clashes.ts';
import { loadHeldIn } from '../../store/bookings.ts';
import { lockSchedule } from '../../store/meetings.ts';
import { loadRoster } from '../edition-facts.ts';
import { organise } from '../open-edition.ts';
import { stopsOf, tellClashes } from './tell-clashes.ts';

async function check(work: Work, editionId: string): Promise<Result<Answer<'checkProgramme'>>> {
  const roster = await loadRoster(work, editionId);
  if (roster === null) return notFound('meetings.edition_unknown');
  const draft = await loadProgrammeDraft(work, editionId as EditionId);
  const answers = await loadSpeakerAnswers(work, editionId as EditionId);
  const stops = stopsOf(await travelAtEdition(work, editionId as EditionId), roster.participants);
  // Of the schedule only what is held beside something of the programme or of a visit.
  const spans = [...draft.items.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }])), ...stops];
  const beside = roster.slots.flatMap((slot) => (spans.some((span) => overlaps(span, slot)) ? [slot.id] : []));
  const found = clashesOf({ ...draft, ...roster, answers, stops, held: await loadHeldIn(work.tx, editionId, beside) });
  const clashes = tellClashes(work, found, [...draft.items, ...stops]);
  return ok({ clashes, unanswered: notAnswered(draft.items, answers).map(({ name }) => ({ ...name })) });
}

/** Everything in the draft that clashes or is not provided for, and who has not answered; nothing is changed. */
export async function checkProgramme(work: Work, input: Asked<'checkProgramme'>): Promise<Result<Answer<'checkProgramme'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  return check(work, input.editionId);
}

/** Releases the draft. Refuses `meetings.programme_clashes`, naming each, while anything clashes; warnings do not hinder. */
export async function releaseProgramme(work: Work, input: Asked<'releaseProgramme'>): Promise<Result<Answer<'releaseProgramme'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  // Nobody moves a meeting between the check and the release.
  await lockSchedule(work.tx, opened.value.scope);
  const checked = await check(work, input.editionId);
  if (!checked.ok) return checked;
  const hard = checked.value.clashes.filter(({ severity }) => severity === 'hard');
  if (hard.length > 0) {
    const problems = hard.map(({ code, params, items }) => ({ path: items, code, params }));
    return refuse({ kind: 'conflict', code: 'meetings.programme_clashes', params: { count: hard.length }, problems });
  }
  return keepProgrammeRelease(work, input.editionId);
}
