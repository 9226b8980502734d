// The doors to a calendar file: with a session, by a secret address that needs none, and that of the programme, for everybody who sees the edition.
import { isLanguage, type Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import type { Door } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Caller } from '#platform/work.ts';
import { agendaByToken, calendarOf, type Calendared } from '../api/agenda/feeds.ts';
import { isId } from '#kernel/ids.ts';
import { agendaCalendar, interpreterCalendar } from './agenda-calendar.ts';
import { programmeCalendar, programmeToWrite } from './programme-calendar.ts';

const notThere = (): Response => new Response('', { status: 404, headers: { 'cache-control': 'no-store' } });

const withoutEnding = (file: string): string => file.replace(/\.ics$/, '');

/** The language asked for in the address, else that of the session or browser. */
function languageOf(request: Request, otherwise: Language): Language {
  const asked = new URL(request.url).searchParams.get('lang');
  return isLanguage(asked) ? asked : otherwise;
}

/** Named for the participant, so that several agendas on one disk can be told apart; a header holds plain letters alone. */
const fileName = (found: Calendared): string =>
  found.of === 'interpreter' ? 'interpreting.ics' : `agenda-${found.agenda.participant.code.replaceAll(/[^\w.-]/g, '_')}.ics`;

const calendarIn = (found: Calendared, language: Language): string =>
  found.of === 'participant' ? agendaCalendar(found.agenda, language) : interpreterCalendar(found.agenda, language);

interface FileOf {
  readonly name: string;
  readonly language: Language;
  readonly disposition: 'attachment' | 'inline';
}

const file = (text: string, { name, language, disposition }: FileOf): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `${disposition}; filename="${name}"`,
      'cache-control': 'private, no-store',
      'content-language': language,
      'x-robots-tag': 'noindex',
    },
  });

const answered = (agenda: Result<Calendared>, language: Language, disposition: FileOf['disposition']): Response =>
  agenda.ok ? file(calendarIn(agenda.value, language), { name: fileName(agenda.value), language, disposition }) : notThere();

/** `/calendar/<edition>/<participant or interpreter>.ics` for whoever is signed in and acts for them; `/calendar/<edition>/programme.ics`; `/feeds/<token>.ics` for whoever holds the address. */
export function calendarDoors(database: Database): readonly Door[] {
  return [
    {
      path: '/calendar/:editionId/:file{[0-9a-f-]+\\.ics}',
      opens: 'to-asker',
      open: async (request, { editionId = '', file = '' }, { account, language }) => {
        const id = withoutEnding(file);
        if (account === null || !isId(editionId) || !isId(id)) return notThere();
        const reader = languageOf(request, language);
        const caller: Caller = { ...nobody(reader), account };
        return answered(await inWork(database, caller, (work) => calendarOf(work, { editionId, id })), reader, 'attachment');
      },
    },
    {
      path: '/feeds/:file{[A-Za-z0-9_-]+\\.ics}',
      opens: 'by-address',
      open: async (request, { file = '' }, { language }) => {
        const reader = languageOf(request, language);
        const token = withoutEnding(file);
        return answered(await inWork(database, nobody(reader), (work) => agendaByToken(work, { token })), reader, 'inline');
      },
    },
    {
      path: '/calendar/:editionId/programme.ics',
      opens: 'to-asker',
      open: async (request, { editionId = '' }, { account, language }) => {
        if (!isId(editionId)) return notThere();
        const reader = languageOf(request, language);
        const found = await inWork(database, { ...nobody(reader), account }, (work) => programmeToWrite(work, editionId));
        if (!found.ok || found.value === null) return notThere();
        return file(programmeCalendar(found.value, reader), { name: 'programme.ics', language: reader, disposition: 'inline' });
      },
    },
  ];
}
