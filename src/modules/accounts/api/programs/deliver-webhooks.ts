// Posts what webhooks wait for: one delivery after another, each between two short transactions, several side by side.
import { chooseText } from '#kernel/language.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { postPublic, type Outside } from '#platform/http/fetch-public.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import type { Database } from '#platform/postgres/database.ts';
import { bindOffices, inWork, nobody } from '#platform/work.ts';
import { webhookStoppedLetter } from '../../domain/invitation.ts';
import { bodyOf, signingNumbers } from '../../domain/webhooks.ts';
import { listOwnerRows } from '../../store/members.ts';
import { loadOffices } from '../../store/offices.ts';
import { claimDelivery, recordDelivery, sweepDeliveries, type Claimed } from '../../store/webhooks.ts';
import { signatureHeaders } from './webhook-secret.ts';

/** So many are posted at once: an address that never answers holds up one of them for as long as it is waited for. */
const SIDE_BY_SIDE = 4;
const WAIT_SECONDS = 10;
/** A run ends by itself before the next begins. */
const RUN_MS = 50_000;

interface Setting {
  readonly origin: string;
  /** The server's own, from which the secrets of webhooks are derived. */
  readonly secret: string;
  readonly signal: AbortSignal;
  /** Only tests reach the outside another way. */
  readonly outside?: Outside;
}

async function post(
  delivery: Claimed,
  { origin, secret, outside }: Setting,
): Promise<{ readonly status: number | null; readonly fault: string | null }> {
  const now = new Date();
  const body = bodyOf(delivery, origin);
  const signed = { id: delivery.id, seconds: Math.floor(now.getTime() / 1000), body };
  const signing = { webhook: delivery.webhookId, numbers: signingNumbers(delivery, now) };
  const headers = { 'content-type': 'application/json', ...signatureHeaders(secret, signing, signed) };
  const answered = await postPublic(new URL(delivery.address), { headers, body, seconds: WAIT_SECONDS }, outside);
  return answered.ok ? { status: answered.value, fault: null } : { status: null, fault: answered.refusal.code };
}

/** Writes to the owners of an office that one of its webhooks was stopped. */
async function tellOwners(database: Database, office: OfficeId, { address }: Claimed, origin: string): Promise<void> {
  await inWork(database, nobody(), async (work) => {
    await bindOffices(work, [office], []);
    const [row] = await loadOffices(work, [office]);
    const host = new URL(address).hostname;
    const letters = (await listOwnerRows(work, office)).map(({ email, language }) => {
      const name = row === undefined ? '' : chooseText(row.name, language).text;
      return { recipient: email, language, ...webhookStoppedLetter(language, { office: name, host, address: `${origin}/office` }) };
    });
    await queueMails(work, letters);
    return ok(null);
  });
}

/**
 * Posts what is due until nothing is, the signal comes or the run has lasted long enough. What is cut short between the post and its record is
 * posted again under the same id.
 * @returns how many arrived
 */
export async function deliverWebhooks(database: Database, setting: Setting): Promise<number> {
  const ends = Date.now() + RUN_MS;
  let arrived = 0;
  const work = async (): Promise<void> => {
    while (!setting.signal.aborted && Date.now() < ends) {
      const delivery = await claimDelivery(database);
      if (delivery === null) return;
      const came = await post(delivery, setting);
      if (came.status !== null && came.status >= 200 && came.status < 300) arrived += 1;
      const stopped = await recordDelivery(database, { id: delivery.id, ...came });
      if (stopped !== null) await tellOwners(database, stopped, delivery, setting.origin);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return arrived;
}

/** Removes deliveries of more than thirty days ago. */
export const forgetDeliveries = (database: Database): Promise<void> => sweepDeliveries(database);
