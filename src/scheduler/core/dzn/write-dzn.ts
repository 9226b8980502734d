// Writes an instance as a .dzn file in the layout of the published benchmark, redundant arrays included.
import { meetingsByParticipant } from './read-dzn.ts';
import type { Instance } from './instance.ts';

const sets = (key: string, rows: readonly (readonly number[])[]): string =>
  `${key} = [${rows.map((row) => `{${row.join(',')}}`).join(',\n')}];`;
const list = (key: string, numbers: readonly number[]): string => `${key} = [${numbers.join(',')}];`;

/** The text of the file; reading it gives the same instance. */
export function writeDzn(instance: Instance): string {
  const own = meetingsByParticipant(instance);
  const numbers = [
    `nBusiness = ${instance.participants};`,
    `nMeetings = ${instance.meetings.length};`,
    `nTables = ${instance.tables};`,
    `nTotalSlots = ${instance.slots};`,
    `nMorningSlots = ${instance.morningSlots};`,
  ].join('\n');
  return (
    [
      numbers,
      `requested = [|${instance.meetings.map((m) => `${m.from}, ${m.to}, ${m.session},\n|`).join('')}];`,
      sets(
        'meetingsxBusiness',
        own.map((meetings) => [1, ...meetings.map((meeting) => meeting + 1)]),
      ),
      list(
        'nMeetingsBusiness',
        own.map((meetings) => meetings.length),
      ),
      sets(
        'forbidden',
        instance.forbidden.map((slots) => [0, ...slots]),
      ),
      list('fixed', instance.fixed),
      sets('precedences', instance.precedences),
    ].join('\n\n') + '\n'
  );
}
