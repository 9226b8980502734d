import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import type { Subjects, WebhookEvent } from '../../domain/webhooks.ts';
import { announceTo } from '../../store/webhooks.ts';

/** The job that posts what waits. */
export const deliverJobName = 'deliver-webhooks';

/**
 * Tells the other systems of these offices that something happened, once the work commits: ids alone, and to offices that may read them,
 * which is for the caller to know.
 */
export async function announce(
  work: Work,
  happened: { readonly event: WebhookEvent; readonly offices: readonly OfficeId[]; readonly subjects: Subjects },
): Promise<void> {
  if (happened.offices.length > 0 && (await announceTo(work, happened)) > 0) await work.enqueue(deliverJobName, {});
}
