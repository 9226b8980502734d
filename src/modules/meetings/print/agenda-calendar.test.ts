import { expect, test } from 'vitest';
import type { Agenda } from '../api/agenda/show-agenda.ts';
import { agendaCalendar } from './agenda-calendar.ts';

const named = (text: string) => ({ en: { text, origin: 'human' as const } });
const meeting = {
  ...{ meetingId: 'm1', startsAt: '2026-11-27T01:30:00Z', endsAt: '2026-11-27T02:00:00Z', sequence: 0 },
  with: { id: 'p2', code: 'B07', name: named('Qingdai Parks'), country: 'CN', role: 'buyer', status: 'active' },
};
const agenda = {
  edition: { id: 'e', name: named('Forum'), timeZone: 'Asia/Shanghai', venue: named('Hall A') },
  participant: { id: 'p1', code: 'E02', name: named('Cypress Water') },
  release: { number: 1, publishedAt: '2026-11-26T09:56:35Z' },
  entries: [],
  away: [],
  cancelled: [meeting],
} as unknown as Agenda;

test('what is said of a calendar as a whole stands before its events, as the standard wants it', () => {
  const lines = agendaCalendar(agenda, 'en').split('\r\n');
  const [zone, event] = ['X-WR-TIMEZONE:Asia/Shanghai', 'BEGIN:VEVENT'].map((line) => lines.indexOf(line));
  expect(lines.filter((line) => line.startsWith('X-WR-TIMEZONE'))).toHaveLength(1);
  expect(zone).toBeGreaterThan(0);
  expect(zone).toBeLessThan(event ?? 0);
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  expect(agendaCalendar({ ...agenda, cancelled: [] }, 'en')).toContain('\r\nX-WR-TIMEZONE:Asia/Shanghai\r\nEND:VCALENDAR\r\n');
});

test('a meeting that was held in the live queue before its time says so, and takes no time', () => {
  const place = { id: 't', code: '3', kind: 'table', hall: null };
  const said = { person: null, why: { code: 'meetings.why_we', params: {} }, language: { code: 'meetings.language_unknown', params: {} } };
  const entries = [{ ...meeting, place, ...said, metAt: '2026-11-26T23:05:00Z' }];
  const told = (of: readonly object[]) =>
    agendaCalendar({ ...agenda, cancelled: [], entries: of } as unknown as Agenda, 'en').replaceAll('\r\n ', '');
  expect(told(entries)).toContain('SUMMARY:Qingdai Parks (Held in the live queue at 07:05)');
  expect(told(entries)).toContain('TRANSP:TRANSPARENT');
  expect(told(entries.map((one) => ({ ...one, metAt: null })))).not.toMatch(/TRANSPARENT|live queue/);
});
