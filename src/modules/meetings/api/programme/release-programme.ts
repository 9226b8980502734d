// What clashes in the draft of the programme, and releasing it where nothing does.
import { chooseText } from '#kernel/language.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { keepProgrammeRelease } from '#modules/expos/api/programme/change-programme.ts';
import { loadProgrammeDraft, loadSpeakerAnswers } from '#modules/expos/api/programme/show-programme.ts';
import type { EditionId } from '#modules/expos/domain/edition.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { clashesOf } from '../../domain/programme/clashes.ts';
import { loadHeld } from '../../store/bookings.ts';
import { lockSchedule } from '../../store/meetings.ts';
import { loadRoster } from '../edition-facts.ts';
import { organise } from '../open-edition.ts';

type Clashes = Answer<'checkProgramme'>['clashes'];

async function clashesIn(work: Work, editionId: string): Promise<Result<Clashes>> {
  const roster = await loadRoster(work, editionId);
  if (roster === null) return notFound('meetings.edition_unknown');
  const draft = await loadProgrammeDraft(work, editionId as EditionId);
  const answers = await loadSpeakerAnswers(work, editionId as EditionId);
  const found = clashesOf({ ...draft, ...roster, answers, held: await loadHeld(work.tx, editionId) });
  const { language } = work.actor;
  const titles = new Map<string, string>(draft.items.map(({ id, title }) => [id, chooseText(title, language).text]));
  return ok(
    found.map(({ code, severity, items, about, count }) => {
      const [item = '', other = ''] = items.map((id) => titles.get(id) ?? '');
      const called = about === null ? '' : typeof about === 'string' ? about : chooseText(about, language).text;
      return { code, severity, items: [...items], params: { item, other, about: called, ...(count === undefined ? {} : { count }) } };
    }),
  );
}

/** Everything in the draft that clashes or is not provided for; nothing is changed. */
export async function checkProgramme(work: Work, input: Asked<'checkProgramme'>): Promise<Result<Answer<'checkProgramme'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const clashes = await clashesIn(work, input.editionId);
  return clashes.ok ? ok({ clashes: clashes.value }) : clashes;
}

/** Releases the draft. Refuses `meetings.programme_clashes`, naming each, while anything clashes; warnings do not hinder. */
export async function releaseProgramme(work: Work, input: Asked<'releaseProgramme'>): Promise<Result<Answer<'releaseProgramme'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  // Nobody moves a meeting between the check and the release.
  await lockSchedule(work.tx, opened.value.scope);
  const clashes = await clashesIn(work, input.editionId);
  if (!clashes.ok) return clashes;
  const hard = clashes.value.filter(({ severity }) => severity === 'hard');
  if (hard.length > 0) {
    const problems = hard.map(({ code, params, items }) => ({ path: items, code, params }));
    return refuse({ kind: 'conflict', code: 'meetings.programme_clashes', params: { count: hard.length }, problems });
  }
  return keepProgrammeRelease(work, input.editionId);
}
