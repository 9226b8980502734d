// What a paper is made of, as far as the asker may print it: the organiser everything, a lead its group, a company its own.
import { ok, refuse, notFound, type Result } from '#kernel/result.ts';
import { listRegionLabels } from '#modules/cities/api/naming.ts';
import { loadReleasedItems } from '#modules/expos/api/programme/show-programme.ts';
import type { EditionId } from '#modules/expos/domain/edition.ts';
import type { Work } from '#platform/work.ts';
import type { EditionFacts, EditionHall, EditionParticipant } from '../../domain/edition-facts.ts';
import type { PaperFacts } from '../../domain/paper/paper.ts';
import { readAll, type PackedFacts } from '../../formats/paper/packed-entries.ts';
import { mayReadInterpreted } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadInterpreted, loadPrinted } from '../../store/agendas.ts';
import { openInterpreter } from '../agenda/interpreter-agenda.ts';
import { groupMembers } from '../agenda/get-agenda.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { openParticipant, oversee } from '../open-edition.ts';

export interface PrintedOf {
  readonly editionId: string;
  readonly groupId?: string | undefined;
  readonly participantId?: string | undefined;
  readonly interpreterId?: string | undefined;
}

interface Opened {
  readonly extent: PaperFacts['extent'];
  readonly edition: EditionHall & Partial<Pick<EditionFacts, 'groups' | 'interpreters' | 'stands'>>;
  readonly participants: readonly EditionParticipant[];
  /** Of whom it is, as a name of a file says it; empty where it is of all. */
  readonly of: string;
}

async function open(work: Work, { editionId, groupId, participantId }: PrintedOf): Promise<Result<Opened>> {
  if (participantId !== undefined) {
    const opened = await openParticipant(work, editionId, participantId, 'viewer');
    if (!opened.ok) return opened;
    const { edition, participant } = opened.value;
    return ok({ extent: 'participant', edition, participants: [participant], of: participant.code });
  }
  if (groupId !== undefined) {
    const opened = await groupMembers(work, { editionId, groupId });
    if (!opened.ok) return opened;
    const { edition, group, members } = opened.value;
    return ok({ extent: 'group', edition, participants: members.map(({ participant }) => participant), of: group.code });
  }
  const seen = await oversee(work, editionId);
  if (!seen.ok) return seen;
  const edition = await loadEditionFacts(work, editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  return ok({ extent: 'all', edition, participants: edition.participants.filter(({ withdrawn }) => !withdrawn), of: '' });
}

export interface Gathered {
  readonly facts: PackedFacts;
  readonly of: string;
}

/** The sheet of one interpreter, who takes no part themselves: the organiser's records, of the meetings alone that they interpret. */
async function gatherInterpreted(
  work: Work,
  on: PrintedOf & { readonly interpreterId: string },
  demands: Demands,
): Promise<Result<Gathered>> {
  const scope = await openInterpreter(work, on, 'viewer');
  if (!scope.ok) return scope;
  return actingFor(work, mayReadInterpreted(scope.value), async (acting) => {
    const edition = await loadEditionFacts(acting, on.editionId);
    const interpreter = edition?.interpreters.find(({ id }) => id === on.interpreterId);
    if (edition === null || interpreter === undefined) return notFound('expos.interpreter_not_found');
    const sides = new Set((await loadInterpreted(acting.tx, on.editionId, interpreter.id)).map(({ participantId }) => participantId));
    // Nobody of a company is named on it.
    const participants = edition.participants.flatMap((one) => (sides.has(one.id) ? [{ ...one, contacts: [], away: [] }] : []));
    const opened = {
      edition: { ...edition, interpreters: [interpreter] },
      extent: 'interpreter',
      participants,
      of: 'interpreter',
    } as const;
    return gather(acting, on, opened, demands);
  });
}

interface Demands {
  readonly released: boolean;
}

/** The facts of a paper, whatever its kind. Refuses what the asker may not see, and `meetings.not_released_yet` where `released` is asked for. */
export async function gatherPaper(work: Work, on: PrintedOf, demands: Demands): Promise<Result<Gathered>> {
  const { interpreterId } = on;
  if (interpreterId !== undefined) return gatherInterpreted(work, { ...on, interpreterId }, demands);
  const opened = await open(work, on);
  return opened.ok ? gather(work, on, opened.value, demands) : opened;
}

async function gather(
  work: Work,
  { editionId, interpreterId }: PrintedOf,
  opened: Opened,
  { released }: Demands,
): Promise<Result<Gathered>> {
  const { extent, edition, participants, of } = opened;
  const ids = participants.map(({ id }) => id);
  const { notice, entries: packed } = await loadPrinted(work.tx, editionId, ids, interpreterId);
  if (released && notice === null) return notFound('meetings.not_released_yet');
  const labels = await listRegionLabels(work);
  if (!labels.ok) return refuse(labels.refusal);
  const isAll = extent === 'all' || extent === 'interpreter';
  const theirs = new Set(isAll ? [] : readAll(packed).flatMap(({ details }) => details.interpreter?.id ?? []));
  const { interpreters = [], groups = [] } = edition;
  // To one company its own stand alone is of matter, and only where meetings are held there.
  const { stands = edition.places.flatMap(({ standId, code, hall }) => (standId === null ? [] : [{ id: standId, code, hall }])) } = edition;
  return ok({
    of,
    facts: {
      extent,
      edition: {
        slug: edition.slug,
        name: edition.name,
        venue: edition.venue,
        timeZone: edition.timeZone,
        slots: edition.slots,
        places: edition.places,
        stands: stands.map(({ id, code, hall }) => ({ id, code, hall })),
      },
      floor: null,
      release: notice === null ? null : { number: notice.number, publishedAt: notice.publishedAt.getTime() },
      participants,
      groups: groups.map(({ id, code, name }) => ({ id, code, name })),
      packed,
      // A lead sees when its own members are interpreted; where else an interpreter is, and is away, is the organiser's.
      interpreters: isAll ? interpreters : interpreters.filter(({ id }) => theirs.has(id)).map((one) => ({ ...one, away: [] })),
      programme: extent === 'all' ? await loadReleasedItems(work, edition.id as EditionId) : [],
      regions: labels.value.labels,
    },
  });
}
