// What was said of the announcements of an edition, one release for each time that somebody said something. After the idea of the Open
// Contracting Data Standard, that what is published is only ever added to, and not by its schema (docs/decisions/0078).
import { notFound, ok, type Result } from '#kernel/result.ts';
import { findNamedEdition, showEdition } from '#modules/expos/api/edition/open-edition.ts';
import { announcementsOf } from '#modules/outcomes/api/follow-through/announcements.ts';
import { followThroughOf } from '#modules/outcomes/api/follow-through/show-page.ts';
import { outcomesByIds } from '#modules/outcomes/api/list-outcomes.ts';
import type { Announcement } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { Transact } from '#platform/work.ts';
import type { OpenRow } from '../../domain/open-data/package.ts';
import { listCell, sourceCells, textCells } from './cells.ts';
import type { Outcome } from './outcomes.ts';

/** In the order of being said. */
type Release = OpenRow & { readonly id: string; readonly date: string };

const FORMAT = 'hansa-follow-through-releases';
const NOTE =
  'Releases after the idea of the Open Contracting Data Standard. This is not OCDS: there are no ocid, tenders or awards, and no validator of it applies. Identifiers are never used again; a release leaves the file only where its outcome is no longer public.';

const amountCells = (amount: { readonly value: string; readonly currency: string } | null): OpenRow => ({
  amount: amount?.value ?? null,
  currency: amount?.currency ?? null,
});

/** The first entry announces; whatever follows changes, a reversal takes one back. */
const ofEntries = ({ id: outcome, kind, extent, partOf, entries, title, parties }: Outcome): readonly Release[] =>
  entries.map((entry, at) => ({
    ...{ id: entry.id, date: entry.enteredAt, tag: entry.reverses !== null ? 'reversal' : at === 0 ? 'announcement' : 'update', outcome },
    ...{ part_of: partOf, kind, extent, ...textCells('title', title), stage: entry.stage, reverses: entry.reverses },
    ...{ ...amountCells(entry.amount), qualifier: entry.qualifier, count: entry.count, count_qualifier: entry.countQualifier },
    ...{ value_date: entry.valueDate?.text ?? null, said_by: entry.saidBy, about: entry.about },
    parties:
      at === 0
        ? listCell(
            parties.flatMap(({ name }) => name ?? []),
            '; ',
          )
        : null,
    ...{ ...sourceCells(entry.source), content_hash: entry.contentHash },
  }));

const ofAnswers = ({ id: outcome, confirmations }: Outcome): readonly Release[] =>
  confirmations.map((said) => ({
    ...{ id: said.id, date: said.enteredAt, tag: 'answer', outcome, stage: said.stage, verdict: said.verdict, ...amountCells(said.amount) },
    ...{
      count: said.count,
      held_stage: said.heldStage,
      held_party: said.heldParty,
      note: said.note,
      ...textCells('said_by', said.office.name),
    },
    ...sourceCells(said.source),
  }));

/** What was answered to askings: without a name, as no answer has one in public. Answers are only added, so that their numbers stay. */
const ofFollowUps = ({ id: outcome, askings }: Announcement): readonly Release[] =>
  askings.flatMap(({ months, answers }) =>
    answers.map(({ answer, answeredAt, hasPaper }, at) => ({
      ...{ id: `${outcome}-${months}-${at + 1}`, date: answeredAt, tag: 'follow-up', outcome, months_after: months },
      ...{ answer, has_paper: hasPaper },
    })),
  );

/** Outcomes read at once. */
const BATCH = 100;

/** The releases of an edition whose follow-through everybody reads; `transact` runs as nobody. Refuses `reports.not_followed`. */
export async function readReleases(transact: Transact, named: string): Promise<Result<unknown>> {
  const opened = await transact(async (work) => {
    const found = await findNamedEdition(work, named);
    if (!found.ok) return found;
    const edition = await showEdition(work, found.value);
    const kept = await followThroughOf(work, found.value.id);
    if (found.value.publishedAt === null || (kept?.visibility !== 'public' && !edition.isUnclaimed))
      return notFound('reports.not_followed');
    return ok({ edition, announcements: (await announcementsOf(work, { editionId: found.value.id })).announcements });
  });
  if (!opened.ok) return opened;
  const { edition, announcements } = opened.value;
  const releases: Release[] = announcements.flatMap(ofFollowUps);
  for (let from = 0; from < announcements.length; from += BATCH) {
    const ids = announcements.slice(from, from + BATCH).map(({ id }) => id);
    const outcomes = await transact(async (work) => ok(await outcomesByIds(work, ids)));
    if (!outcomes.ok) return outcomes;
    releases.push(...outcomes.value.flatMap((outcome) => [...ofEntries(outcome), ...ofAnswers(outcome)]));
  }
  const { slug, name, firstDay, lastDay } = edition;
  return ok({
    ...{
      format: FORMAT,
      version: '1',
      note: NOTE,
      edition: { address: slug, ...textCells('name', name), first_day: firstDay, last_day: lastDay },
    },
    releases: releases.toSorted((a, b) => (a.date < b.date || (a.date === b.date && a.id < b.id) ? -1 : 1)),
  });
}
