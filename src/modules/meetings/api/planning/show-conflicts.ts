// Conflicts as people read them: the reason, all it concerns, and a move that would solve it.
import type { Language } from '#kernel/language.ts';
import type { Answer } from '../../contract.ts';
import type { DraftConflict } from '../../domain/planning/draft-conflicts.ts';
import { remedyFor } from '../../domain/planning/moves.ts';
import { sentenceOf } from '../../domain/planning/sentences.ts';
import { readerNames } from '../reader-names.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { momentFor, type OpenPlan } from './open-plan.ts';
import { shownSentence } from './show-plan.ts';
import { meetingShower, participantRef, placeRef } from '../show-refs.ts';

type Shown = Answer<'listConflicts'>['entries'];

/** The last meeting of the conflict that is not pinned and can be moved to where it causes nothing hard and loses no interpreter. */
function suggestionFor(open: OpenPlan, conflict: DraftConflict): Shown[number]['suggestion'] {
  const { edition, board } = open;
  if (conflict.severity !== 'hard') return null;
  const movable = board.placed.filter((p) => conflict.meetings.includes(p.meetingId) && !p.pinned);
  for (const { meetingId } of movable.toReversed()) {
    const meeting = board.meetings.find((m) => m.id === meetingId);
    const remedy = meeting === undefined ? null : remedyFor({ edition, ...board }, meeting, momentFor(open, meeting));
    const place = edition.places.find((p) => p.id === remedy?.placeId);
    if (remedy !== null && place !== undefined)
      return { meetingId, slotId: remedy.slot.id, startsAt: instantText(remedy.slot.start), placeId: place.id, placeCode: place.code };
  }
  return null;
}

/** Shows conflicts of an open plan in the reader's language, the first `suggestions` of them with a move that would solve it. */
export function showConflicts(open: OpenPlan, conflicts: readonly DraftConflict[], reader: Language, suggestions = 0): Shown {
  const { edition, board } = open;
  const names = readerNames(edition, board.meetings, reader);
  const show = meetingShower(edition);
  const [slots, places] = [new Map(edition.slots.map((s) => [s.id, s])), new Map(edition.places.map((p) => [p.id, p]))];
  const who = new Map(edition.participants.map((p) => [p.id, p]));
  return conflicts.map((conflict, i) => {
    const slot = conflict.slotId === null ? undefined : slots.get(conflict.slotId);
    return {
      severity: conflict.severity,
      reason: shownSentence(sentenceOf(conflict.reason, names, reader)),
      startsAt: slot === undefined ? null : instantText(slot.start),
      meetings: conflict.meetings.flatMap((id) => {
        const [meeting, at] = [board.meetings.find((m) => m.id === id), board.placed.find((p) => p.meetingId === id)];
        const [when, where] = [slots.get(at?.slotId ?? ''), places.get(at?.placeId ?? '')];
        if (meeting === undefined || at === undefined || when === undefined || where === undefined) return [];
        return [{ meeting: show(meeting), startsAt: instantText(when.start), place: placeRef(where), pinned: at.pinned }];
      }),
      participants: conflict.participants.flatMap((id) => {
        const participant = who.get(id);
        return participant === undefined ? [] : [participantRef(participant)];
      }),
      suggestion: i < suggestions ? suggestionFor(open, conflict) : null,
    };
  });
}
