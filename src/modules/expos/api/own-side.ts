// Companies, interpreters and speakers act for themselves at an edition: when they can, how they are written to, that they want no more letters. What
// each alone answers stands in own-answers.ts and programme/own-speaking.ts.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuseInput, type Result } from '#kernel/result.ts';
import { revokeLinks } from '#modules/accounts/api/links.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { actAs } from '#platform/acting.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { Addressee, AddresseeId } from '../domain/addressee.ts';
import type { EditionId, EditionRecord } from '../domain/edition.ts';
import { addressOfWay, chosenWays } from '../domain/letters/letter-way.ts';
import type { EditionScope } from '../domain/scope.ts';
import { mayActForOwn, mayChange } from '../policy.ts';
import { findAddressee, loadOwnWay, loadTimes, writeNoLetters, writeTimes, writeWay } from '../store/addressees.ts';
import { lockEdition } from '../store/editions.ts';
import { instantText } from './instant.ts';
import { current, findEdition } from './edition/open-edition.ts';
import type { Posting } from './letters/post-letters.ts';

export interface Own {
  readonly edition: EditionRecord;
  readonly scope: EditionScope;
  /** The office that the caller acts by. */
  readonly office: OfficeId;
  readonly addressee: Addressee;
}

interface OfAddressee {
  readonly editionId: string;
  readonly addresseeId: AddresseeId;
}

const unknown = notFound('expos.addressee_unknown');

const seenBy = (work: Work, { editionId, addresseeId }: OfAddressee): Promise<Addressee | null> =>
  findAddressee(work.tx, editionId as EditionId, addresseeId);

/**
 * Runs `use` on the organiser's rows of what the caller is at an edition, the edition locked; who may is asked first, of what the caller sees by
 * themselves. Refuses what is not theirs as if it were not there.
 */
export async function asOwn<T>(work: Work, of: OfAddressee, use: (acting: Work, own: Own) => Promise<Result<T>>): Promise<Result<T>> {
  const seen = await seenBy(work, of);
  if (seen === null) return unknown;
  const office = mayActForOwn(work.actor, seen);
  if (!office.ok) return office;
  return actAs(work, { offices: [seen.organiser], writes: true }, async (acting) => {
    const edition = await findEdition(acting, of.editionId);
    if (!edition.ok) return edition;
    const scope = mayChange(acting.actor, edition.value);
    if (!scope.ok) return scope;
    await lockEdition(acting.tx, scope.value);
    const addressee = await seenBy(acting, of);
    return addressee === null ? unknown : use(acting, { edition: edition.value, scope: scope.value, office: office.value, addressee });
  });
}

export const audited = (
  work: Work,
  { edition, office, addressee }: Own,
  change: Pick<AuditedChange, 'useCase' | 'fields'>,
  subject: string = addressee.id,
): Promise<void> => audit(work, { ...change, office, subjects: [edition.id, subject] });

/** The edition as its guests read it, and until when the caller's link opens. */
export async function whereOf(
  acting: Work,
  { id, slug, name, venue, timeZone, firstDay, lastDay, organiser }: EditionRecord,
  until: Date | null,
) {
  const organiserName = { ...(await nameOffices(acting, [organiser])).get(organiser) };
  return {
    edition: { id, slug, name: { ...name }, venue: { ...venue }, timeZone, firstDay, lastDay, organiserName },
    linkUntil: until === null ? null : instantText(until),
  };
}

async function showTimes(acting: Work, of: OfAddressee): Promise<Result<Answer<'getTimes'>>> {
  const edition = await findEdition(acting, of.editionId);
  if (!edition.ok) return edition;
  const addressee = await seenBy(acting, of);
  if (addressee === null) return unknown;
  const slots = await loadTimes(acting.tx, edition.value.id, addressee.id);
  const { version, saidAt } = addressee;
  return ok({
    version,
    timeZone: edition.value.timeZone,
    saidAt: saidAt === null ? null : instantText(saidAt),
    slots: slots.map(({ start, end, ...slot }) => ({ ...slot, startsAt: instantText(start), endsAt: instantText(end) })),
  });
}

/** Speakers say of items whether they come; slots are not theirs to see. */
const hasTimes = (seen: Addressee | null): seen is Addressee => seen !== null && seen.whom !== 'speakers';

/** For whose they are, a group's lead and the organiser. */
export async function getTimes(work: Work, input: OfAddressee): Promise<Result<Answer<'getTimes'>>> {
  const seen = await seenBy(work, input);
  return hasTimes(seen) ? actAs(work, { offices: [seen.organiser], writes: false }, (acting) => showTimes(acting, input)) : unknown;
}

/** Sets of which slots the company or the interpreter says that they can or cannot. */
export function sayTimes(work: Work, input: OfAddressee & Pick<Asked<'sayTimes'>, 'said'>): Promise<Result<Answer<'getTimes'>>> {
  return asOwn(work, input, async (acting, own) => {
    if (!hasTimes(own.addressee)) return unknown;
    const fresh = current(acting, own.addressee);
    if (!fresh.ok) return fresh;
    await writeTimes(acting.tx, own.scope, { id: own.addressee.id, said: input.said, now: work.now });
    await audited(work, own, { useCase: 'say-times', fields: ['said'] });
    return showTimes(acting, input);
  });
}

/** No letter goes to them any more, and their links end: whoever says so was written to by mistake, or wants no more. */
export function declineLetters(work: Work, input: Asked<'declineLetters'>): Promise<Result<Answer<'declineLetters'>>> {
  return asOwn(work, input, async (acting, own) => {
    await writeNoLetters(acting.tx, own.scope, own.addressee.id, work.now);
    await writeWay(acting.tx, own.scope, own.addressee.id, null);
    await revokeLinks(acting, own.office);
    await audited(work, own, { useCase: 'stop-own-letters', fields: ['letters'] });
    return ok({ addresseeId: input.addresseeId });
  });
}

type Way = Answer<'getLetterWay'>;
type Choice = OfAddressee & Pick<Asked<'chooseLetterWay'>, 'channel' | 'address' | 'agrees'>;

/** How the caller is written to, and how else they could be. */
export async function getLetterWay(work: Work, of: OfAddressee, { channels }: Posting): Promise<Result<Way>> {
  const seen = await seenBy(work, of);
  if (seen === null) return unknown;
  const office = mayActForOwn(work.actor, seen);
  if (!office.ok) return office;
  const way = await loadOwnWay(work.tx, seen.editionId, seen.id);
  return ok({
    channel: way?.channel ?? 'mail',
    address: way?.address ?? null,
    agreedAt: way === null ? null : instantText(way.agreedAt),
    offered: chosenWays.filter((one) => channels.includes(one)),
  });
}

/**
 * Sets it. Refuses all problems at once: a channel that this server does not have, an address that is none, and any channel beside mail without
 * the words that one agrees to it.
 */
export async function chooseLetterWay(work: Work, input: Choice, posting: Posting): Promise<Result<Way>> {
  const { channel, agrees } = input;
  const written = await asOwn(work, input, async (acting, own) => {
    const address = channel === 'mail' ? null : addressOfWay(channel, input.address, own.addressee.country);
    const problems = [
      ...(channel === 'mail' || posting.channels.includes(channel) ? [] : [{ path: ['channel'], code: 'expos.way_not_here' }]),
      ...(channel !== 'mail' && address === null ? [{ path: ['address'], code: `expos.way_address_${channel}` }] : []),
      ...(channel === 'mail' || agrees ? [] : [{ path: ['agrees'], code: 'expos.way_not_agreed' }]),
    ];
    if (problems.length > 0) return refuseInput(problems);
    const { account } = work.actor;
    const way =
      channel === 'mail' || address === null || account === null ? null : { channel, address, agreedAt: work.now, agreedBy: account };
    await writeWay(acting.tx, own.scope, own.addressee.id, way);
    await audited(work, own, { useCase: 'choose-letter-way', fields: ['channel', 'address', 'agrees'] });
    return ok(null);
  });
  return written.ok ? getLetterWay(work, input, posting) : written;
}
