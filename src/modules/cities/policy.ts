// Who may record, change and adopt cities. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { CityRecord } from './domain/city.ts';
import type { CityScope, NamingScope, OfficeScope, RecordScope } from './domain/scope.ts';

/** Editors of a city's office and of the register office record cities; others have no ties to hold. */
export const mayRecord = (actor: Actor, office: OfficeId, kind: string | null): Result<RecordScope> =>
  holds(actor, office, 'editor') && (kind === 'city' || kind === 'register') ? ok(grant<RecordScope>({ office })) : refuse(forbidden);

/** The steward's editors change a city, its names and its profile, and answer who asks to adopt it. */
export const mayChange = (actor: Actor, city: Pick<CityRecord, 'id' | 'steward'>): Result<CityScope> =>
  holds(actor, city.steward, 'editor') ? ok(grant<CityScope>({ office: city.steward, cityId: city.id })) : refuse(forbidden);

/** A member of the steward reads what is still being written. */
export const mayReadDrafts = (actor: Actor, { steward }: Pick<CityRecord, 'steward'>): Result<null> =>
  holds(actor, steward, 'viewer') ? ok(null) : refuse(forbidden);

/** Editors have mail about texts to read, and switch their own off. */
export const maySetReviewMail = (actor: Actor, office: OfficeId): Result<OfficeScope> =>
  holds(actor, office, 'editor') ? ok(grant<OfficeScope>({ office })) : refuse(forbidden);

/** Editors of the register office decide how places are called; nobody does where the operator has founded none. */
export const mayDecideNames = (actor: Actor, register: OfficeId | null): Result<NamingScope> =>
  register !== null && holds(actor, register, 'editor') ? ok(grant<NamingScope>({ office: register })) : refuse(forbidden);
