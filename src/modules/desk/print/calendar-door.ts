// The door to an office's calendar: a secret address that needs no session.
import type { AccountId } from '#kernel/ids.ts';
import { isLanguage, type Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import type { Door } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody } from '#platform/work.ts';
import { deadlinesByToken, deskDeadlines, type DeskDeadlines } from '../api/desk-deadlines.ts';
import { deskCalendar } from './desk-calendar.ts';

const notThere = (): Response => new Response('', { status: 404, headers: { 'cache-control': 'no-store' } });

/** What the token opens, read with the rights it stands for: of its maker as they are today, or of the office. */
async function opened(database: Database, token: string, language: Language): Promise<Result<DeskDeadlines>> {
  const found = await inWork(database, nobody(language), (work) => deadlinesByToken(work, token));
  if (!found.ok || !('as' in found.value)) return found as Result<DeskDeadlines>;
  const { as, office } = found.value;
  return inWork(database, { ...nobody(language), account: as as AccountId }, (work) => deskDeadlines(work, office));
}

/** `/feeds/desk/<token>.ics` for whoever holds the address. */
export const deskCalendarDoor = (database: Database, origin: string): Door => ({
  path: '/feeds/desk/:file{[A-Za-z0-9_-]+\\.ics}',
  opens: 'by-address',
  open: async (request, { file = '' }, { language }) => {
    const asked = new URL(request.url).searchParams.get('lang');
    const reader = isLanguage(asked) ? asked : language;
    const deadlines = await opened(database, file.replace(/\.ics$/, ''), reader);
    if (!deadlines.ok) return notThere();
    const headers = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="ties.ics"',
      'cache-control': 'private, no-store',
      'content-language': reader,
      'x-robots-tag': 'noindex',
    };
    return new Response(deskCalendar(deadlines.value, { language: reader, origin }), { headers });
  },
});
