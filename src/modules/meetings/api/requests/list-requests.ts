// Looking at requests: the organiser at all of them, a side at its own and at who asked for it.
import { holds } from '#kernel/actor.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { listDirectory } from '#modules/expos/api/list-directory.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { countedOf, quotaOf, type Asking, type RequestRules } from '../../domain/request-rules.ts';
import { listReplies, type Reply } from '../../store/replies.ts';
import { listInvitations, listRequestRows, listRequestsFrom, type InvitationRow, type RequestRow } from '../../store/requests.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { openParticipant, oversee } from '../open-edition.ts';
import { rulesOf } from './request-rules.ts';
import { showInvitation, showReply, showRequest } from './show-request.ts';
import { participantRef } from '../show-refs.ts';

/** All requests of an edition, a "no" and its author included: for the organiser alone. */
export async function listRequests(work: Work, input: Asked<'listRequests'>): Promise<Result<Answer<'listRequests'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const after = readCursor<'Request'>(input.cursor);
  if (!after.ok) return after;
  const { participantId, wish, state, limit } = input;
  const rows = await listRequestRows(work.tx, opened.value.scope, { participantId, wish, state, after: after.value, limit });
  const page = cutPage(rows, limit, byId);
  return ok({ ...page, entries: page.entries.map((row) => showRequest(work, row)) });
}

/** The requests that the actor's participants made, and who asked for them; of the others' wishes nothing but that they asked. */
export async function listMyRequests(work: Work, input: Asked<'listMyRequests'>): Promise<Result<Answer<'listMyRequests'>>> {
  const facts = await loadEditionHall(work, input.editionId, input.participantId === undefined ? undefined : [input.participantId]);
  if (facts === null) return notFound('meetings.edition_unknown');
  const ours = facts.participants.filter((p) => p.offices.some((office) => holds(work.actor, office, 'viewer')));
  const ids = ours.map((p) => p.id);
  const [made, received, replies] = await Promise.all([
    listRequestsFrom(work.tx, input.editionId, ids),
    listInvitations(work.tx, input.editionId, ids),
    listReplies(work.tx, input.editionId, ids),
  ]);
  const { rules } = await rulesOf(work, facts);
  return ok({
    participants: ours.map(participantRef),
    made: made.map((row) => showRequest(work, row)),
    received: received.map((row) => showInvitation(row, rules)),
    replies: repliesTo(made, received, replies),
    quotas: ours.flatMap((participant) => quotaTold(rules, participant, { made, received })),
  });
}

type Ours = Answer<'listMyRequests'>;

interface OursAndTheirs {
  readonly made: readonly RequestRow[];
  readonly received: readonly InvitationRow[];
}

/** The quota of one of ours, and what of it is used; nothing where there is none. */
function quotaTold(rules: RequestRules, participant: Asking & { readonly id: string }, { made, received }: OursAndTheirs): Ours['quotas'] {
  const quota = quotaOf(rules, participant);
  if (quota === null) return [];
  const askedBy = new Set(received.filter(({ to }) => to === participant.id).map(({ from }) => from));
  const own = made.filter(({ from }) => from === participant.id);
  const used = countedOf(own.map(({ to, wish }) => ({ wish, isAnswer: askedBy.has(to) })));
  return [{ participantId: participant.id, most: quota.most, mostMusts: quota.mostMusts, ...used }];
}

type Replies = Answer<'listMyRequests'>['replies'];

/** What our requests were answered with, as far as the others let us know; a request of theirs to us is a yes. */
function repliesTo(made: readonly RequestRow[], received: readonly InvitationRow[], told: readonly Reply[]): Replies {
  const keyOf = (asker: string, asked: string): string => `${asker} ${asked}`;
  const replies = new Map(told.map((reply) => [keyOf(reply.to, reply.from), reply]));
  const yes = new Map(received.map((row) => [keyOf(row.to, row.from), row]));
  return made.flatMap((row): Replies => {
    if (row.wish === 'no') return [];
    const reply = replies.get(keyOf(row.from, row.to));
    if (reply !== undefined) return [{ requestId: row.id, reply: showReply(reply) }];
    const back = yes.get(keyOf(row.from, row.to));
    if (back === undefined) return [];
    return [{ requestId: row.id, reply: { kind: 'accepted', session: null, note: '', madeAt: back.madeAt.toISOString() } }];
  });
}

/** Whom a participant may ask for, the other side (both, where the edition allows it) by code, with what was asked already in either direction. */
export async function listCounterparts(work: Work, input: Asked<'listCounterparts'>): Promise<Result<Answer<'listCounterparts'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'viewer');
  if (!opened.ok) return opened;
  const { editionId, participantId, ...filter } = input;
  const { rules } = await rulesOf(work, opened.value.edition);
  const page = await listDirectory(work, {
    ...filter,
    editionId,
    role: rules.sameSide ? undefined : opened.value.participant.role === 'buyer' ? 'exhibitor' : 'buyer',
  });
  if (!page.ok) return page;
  const made = (await listRequestsFrom(work.tx, editionId, [participantId])).map((row) => showRequest(work, row));
  const askedUs = new Map((await listInvitations(work.tx, editionId, [participantId])).map(({ from, requestId }) => [from, requestId]));
  const entries = page.value.entries
    .filter((listing) => listing.participantId !== participantId)
    .map(
      ({
        participantId: id,
        code,
        name,
        country: from,
        role,
        offer,
        need,
        city,
        standCode,
        offerTopics,
        needTopics,
        markets,
        size,
        offerDetails,
        needDetails,
        files,
      }) => ({
        participant: participantRef({ id, code, name, country: from, role }),
        ...{ offer, need, city, standCode, offerTopics, needTopics, markets, size, offerDetails, needDetails, files },
        askedUs: askedUs.has(id),
        invitationId: askedUs.get(id) ?? null,
        request: made.find((request) => request.to.id === id) ?? null,
      }),
    );
  return ok({ entries, nextCursor: page.value.nextCursor, countries: page.value.countries });
}
