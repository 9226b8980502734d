// Calendar addresses of an agenda: made with a random token that is shown once, revoked, and opened without a session.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { hashOf, newSecret } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { mayReadByFeed } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { insertFeed, listFeedRows, openFeed, revokeFeedRow, type FeedRow } from '../../store/feeds.ts';
import { getAgenda } from './get-agenda.ts';
import { openParticipant } from '../open-edition.ts';

const showFeed = (row: FeedRow) => ({
  id: row.id,
  participantId: row.participantId,
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
});

/** Addresses of an agenda that the actor's offices made; the tokens themselves are not known any more. */
export async function listFeeds(work: Work, input: Asked<'listFeeds'>): Promise<Result<Answer<'listFeeds'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'viewer');
  if (!opened.ok) return opened;
  return ok({ entries: (await listFeedRows(work.tx, opened.value.scope)).map(showFeed) });
}

/** Makes an address; `path` with the token is answered this once and never again. */
export async function createFeed(work: Work, input: Asked<'createFeed'>): Promise<Result<Answer<'createFeed'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const token = newSecret();
  const row = { id: work.newId<'Feed'>(), participantId: scope.participantId, createdAt: work.now, revokedAt: null };
  await insertFeed(work.tx, scope, { id: row.id, tokenHash: hashOf(token), createdBy: work.actor.account, createdAt: work.now });
  await audit(work, { useCase: 'create-feed', office: scope.office, subjects: [row.id, scope.participantId], fields: ['token'] });
  return ok({ ...showFeed(row), path: `/feeds/${token}.ics` });
}

/** Revokes an address: it answers nothing from now on. */
export async function revokeFeed(work: Work, input: Asked<'revokeFeed'>): Promise<Result<Answer<'revokeFeed'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const row = await revokeFeedRow(work.tx, scope, input.feedId, work.now);
  if (row === null) return notFound('meetings.feed_unknown');
  await audit(work, { useCase: 'revoke-feed', office: scope.office, subjects: [row.id], fields: ['revokedAt'] });
  return ok(showFeed(row));
}

/** The agenda that a token opens, for whoever holds it. A token that is unknown, revoked or not one at all answers alike. */
export async function agendaByToken(work: Work, { token }: { readonly token: string }): Promise<Result<Answer<'getAgenda'>>> {
  const unknown = notFound('meetings.feed_unknown');
  if (!/^[\w-]{43}$/.test(token)) return unknown;
  const feed = await openFeed(work.tx, hashOf(token));
  if (feed === null) return unknown;
  const { editionId, participantId } = feed;
  const agenda = await actingFor(work, mayReadByFeed(feed), (acting) => getAgenda(acting, { editionId, participantId }));
  return agenda.ok ? agenda : unknown;
}
