// Calendar addresses of an agenda or of an interpreter's day: made with a random token that is shown once, revoked, and opened without a session.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { hashOf, newSecret } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { InterpreterScope, ParticipantScope } from '../../domain/scopes.ts';
import { mayReadByFeed } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { insertFeed, listFeedRows, openFeed, revokeFeedRow, type FeedRow } from '../../store/feeds.ts';
import { getAgenda } from './get-agenda.ts';
import { getInterpreterAgenda, openInterpreter, type InterpreterAgenda } from './interpreter-agenda.ts';
import { openParticipant } from '../open-edition.ts';
import type { Agenda } from './show-agenda.ts';

const showFeed = ({ id, createdAt, revokedAt }: Pick<FeedRow, 'id' | 'createdAt' | 'revokedAt'>) => ({
  id,
  createdAt: createdAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
});

/** Makes an address of whom the scope is of; `subject` is their id. */
async function create(work: Work, scope: ParticipantScope | InterpreterScope, subject: string) {
  const token = newSecret();
  const row = { id: work.newId<'Feed'>(), createdAt: work.now, revokedAt: null };
  await insertFeed(work.tx, scope, { id: row.id, tokenHash: hashOf(token), createdBy: work.actor.account, createdAt: work.now });
  await audit(work, { useCase: 'create-feed', office: scope.office, subjects: [row.id, subject], fields: ['token'] });
  return { ...showFeed(row), path: `/feeds/${token}.ics` };
}

async function revoke(work: Work, scope: ParticipantScope | InterpreterScope, feedId: string) {
  const row = await revokeFeedRow(work.tx, scope, feedId, work.now);
  if (row === null) return notFound('meetings.feed_unknown');
  await audit(work, { useCase: 'revoke-feed', office: scope.office, subjects: [row.id], fields: ['revokedAt'] });
  return ok(showFeed(row));
}

/** Addresses of an agenda that the actor's offices made; the tokens themselves are not known any more. */
export async function listFeeds(work: Work, input: Asked<'listFeeds'>): Promise<Result<Answer<'listFeeds'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'viewer');
  if (!opened.ok) return opened;
  const rows = await listFeedRows(work.tx, opened.value.scope);
  return ok({ entries: rows.map((row) => ({ ...showFeed(row), participantId: input.participantId })) });
}

/** Makes an address; `path` with the token is answered this once and never again. */
export async function createFeed(work: Work, input: Asked<'createFeed'>): Promise<Result<Answer<'createFeed'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  return opened.ok ? ok({ ...(await create(work, opened.value.scope, input.participantId)), participantId: input.participantId }) : opened;
}

/** Revokes an address: it answers nothing from now on. */
export async function revokeFeed(work: Work, input: Asked<'revokeFeed'>): Promise<Result<Answer<'revokeFeed'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const revoked = await revoke(work, opened.value.scope, input.feedId);
  return revoked.ok ? ok({ ...revoked.value, participantId: input.participantId }) : revoked;
}

/** The same three of an interpreter's day. */
export async function listInterpreterFeeds(
  work: Work,
  input: Asked<'listInterpreterFeeds'>,
): Promise<Result<Answer<'listInterpreterFeeds'>>> {
  const opened = await openInterpreter(work, input, 'viewer');
  if (!opened.ok) return opened;
  const rows = await listFeedRows(work.tx, opened.value);
  return ok({ entries: rows.map((row) => ({ ...showFeed(row), interpreterId: input.interpreterId })) });
}

export async function createInterpreterFeed(
  work: Work,
  input: Asked<'createInterpreterFeed'>,
): Promise<Result<Answer<'createInterpreterFeed'>>> {
  const opened = await openInterpreter(work, input, 'editor');
  return opened.ok ? ok({ ...(await create(work, opened.value, input.interpreterId)), interpreterId: input.interpreterId }) : opened;
}

export async function revokeInterpreterFeed(
  work: Work,
  input: Asked<'revokeInterpreterFeed'>,
): Promise<Result<Answer<'revokeInterpreterFeed'>>> {
  const opened = await openInterpreter(work, input, 'editor');
  if (!opened.ok) return opened;
  const revoked = await revoke(work, opened.value, input.feedId);
  return revoked.ok ? ok({ ...revoked.value, interpreterId: input.interpreterId }) : revoked;
}

/** What a calendar shows: a participant's agenda, or an interpreter's day. */
export type Calendared =
  | { readonly of: 'participant'; readonly agenda: Agenda }
  | { readonly of: 'interpreter'; readonly agenda: InterpreterAgenda };

/** The agenda that a token opens, for whoever holds it. A token that is unknown, revoked or not one at all answers alike. */
export async function agendaByToken(work: Work, { token }: { readonly token: string }): Promise<Result<Calendared>> {
  const unknown = notFound('meetings.feed_unknown');
  if (!/^[\w-]{43}$/.test(token)) return unknown;
  const feed = await openFeed(work.tx, hashOf(token));
  if (feed === null) return unknown;
  const { editionId, participantId, interpreterId } = feed;
  const found = await actingFor(work, mayReadByFeed(feed), (acting) =>
    calendarOf(acting, { editionId, id: participantId ?? interpreterId ?? '' }),
  );
  return found.ok ? found : unknown;
}

/** What has this id in the edition, as far as the actor may see it. */
export async function calendarOf(
  work: Work,
  { editionId, id }: { readonly editionId: string; readonly id: string },
): Promise<Result<Calendared>> {
  const agenda = await getAgenda(work, { editionId, participantId: id });
  if (agenda.ok) return ok({ of: 'participant', agenda: agenda.value });
  const day = await getInterpreterAgenda(work, { editionId, interpreterId: id });
  return day.ok ? ok({ of: 'interpreter', agenda: day.value }) : day;
}
