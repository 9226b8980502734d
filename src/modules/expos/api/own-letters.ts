// How a company is written to is its own to choose: by mail, or by a channel of this server to which it agrees.
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { addressOfWay, chosenWays } from '../domain/letter-way.ts';
import { loadOwnWay, writeWay } from '../store/letter-ways.ts';
import { instantText } from './instant.ts';
import { asOwnSide, audited, openOwn } from './own-side.ts';
import type { Posting } from './post-letters.ts';

type Way = Answer<'getLetterWay'>;

async function shown(work: Work, of: Asked<'getLetterWay'>, { channels }: Posting): Promise<Result<Way>> {
  const own = await openOwn(work, of);
  if (!own.ok) return own;
  const way = await loadOwnWay(work.tx, own.value.edition.id, of.participantId);
  const offered = chosenWays.filter((one) => channels.includes(one));
  return ok({
    channel: way?.channel ?? 'mail',
    address: way?.address ?? null,
    agreedAt: way === null ? null : instantText(way.agreedAt),
    offered,
  });
}

/** How the caller's own company is written to, and how else it could be. */
export const getLetterWay = (work: Work, input: Asked<'getLetterWay'>, posting: Posting): Promise<Result<Way>> =>
  shown(work, input, posting);

/**
 * Sets it. Refuses all problems at once: a channel that this server does not have, an address that is none, and any channel beside mail without
 * the words that one agrees to it.
 */
export async function chooseLetterWay(work: Work, input: Asked<'chooseLetterWay'>, posting: Posting): Promise<Result<Way>> {
  const { channel, agrees } = input;
  const written = await asOwnSide(work, input, async (acting, own) => {
    const address = channel === 'mail' ? null : addressOfWay(channel, input.address, own.participant.country);
    const problems = [
      ...(channel === 'mail' || posting.channels.includes(channel) ? [] : [{ path: ['channel'], code: 'expos.way_not_here' }]),
      ...(channel !== 'mail' && address === null ? [{ path: ['address'], code: `expos.way_address_${channel}` }] : []),
      ...(channel === 'mail' || agrees ? [] : [{ path: ['agrees'], code: 'expos.way_not_agreed' }]),
    ];
    if (problems.length > 0) return refuseInput(problems);
    const { account } = work.actor;
    const way =
      channel === 'mail' || address === null || account === null ? null : { channel, address, agreedAt: work.now, agreedBy: account };
    await writeWay(acting.tx, own.scope, own.participant.id, way);
    await audited(work, own, { useCase: 'choose-letter-way', fields: ['channel', 'address', 'agrees'] });
    return ok(null);
  });
  return written.ok ? shown(work, input, posting) : written;
}
