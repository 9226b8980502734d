// SQL of calendar addresses; the token itself is never stored, only its hash.
import type { OfficeId } from '#kernel/ids.ts';
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { InterpreterScope, ParticipantScope } from '../domain/scopes.ts';

export interface FeedRow {
  readonly id: string;
  /** Of a participant's agenda, or of an interpreter's day. */
  readonly participantId: string | null;
  readonly interpreterId: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

type FeedScope = ParticipantScope | InterpreterScope;

const subjectOf = (scope: FeedScope) =>
  'participantId' in scope
    ? { participant_id: scope.participantId, interpreter_id: null }
    : { participant_id: null, interpreter_id: scope.interpreterId };

/** Addresses of whom the scope is of. */
const ofSubject = (scope: FeedScope) =>
  'participantId' in scope ? sql`participant_id = ${scope.participantId}` : sql`interpreter_id = ${scope.interpreterId}`;

const columns = sql`id, participant_id as "participantId", interpreter_id as "interpreterId", created_at as "createdAt", revoked_at as "revokedAt"`;

/** Addresses made by the actor's offices for this agenda, newest first. */
export async function listFeedRows(tx: Tx, scope: FeedScope): Promise<readonly FeedRow[]> {
  const { rows } =
    await sql<FeedRow>`select ${columns} from meetings.feed where edition_id = ${scope.editionId} and ${ofSubject(scope)} order by id desc limit 100`.execute(
      tx,
    );
  return rows;
}

export async function insertFeed(
  tx: Tx,
  scope: FeedScope,
  feed: { readonly id: string; readonly tokenHash: string; readonly createdBy: string | null; readonly createdAt: Date },
): Promise<void> {
  await tx
    .insertInto('meetings.feed')
    .values({
      edition_id: scope.editionId,
      id: feed.id,
      owner_office: scope.office,
      ...subjectOf(scope),
      token_hash: feed.tokenHash,
      created_by: feed.createdBy,
      created_at: feed.createdAt,
    })
    .execute();
}

/** Revokes an address; null when the actor's offices have no such one. An address once revoked keeps its first date. */
export async function revokeFeedRow(tx: Tx, scope: FeedScope, feedId: string, at: Date): Promise<FeedRow | null> {
  const { rows } = await sql<FeedRow>`
    update meetings.feed set revoked_at = coalesce(revoked_at, ${at})
    where edition_id = ${scope.editionId} and ${ofSubject(scope)} and id = ${feedId} returning ${columns}`.execute(tx);
  return rows[0] ?? null;
}

export interface OpenedFeed {
  readonly editionId: string;
  readonly participantId: string | null;
  readonly interpreterId: string | null;
  readonly office: OfficeId;
}

/** Whose agenda the token opens; null when it is unknown or revoked. */
export async function openFeed(tx: Tx, tokenHash: string): Promise<OpenedFeed | null> {
  const { rows } =
    await sql<OpenedFeed>`select edition_id as "editionId", participant_id as "participantId", interpreter_id as "interpreterId", office from meetings.open_feed(${tokenHash})`.execute(
      tx,
    );
  return rows[0] ?? null;
}
