// Reads a calendar file strictly enough to notice when a calendar program would not (RFC 5545).

export interface CalendarEvent {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
  readonly end: string;
  readonly location: string;
}

/** The events of a calendar; throws where the file breaks a rule. */
export function eventsOf(file: string): readonly CalendarEvent[] {
  if (!file.endsWith('\r\n') || /(^|[^\r])\n/.test(file)) throw new Error('lines must end with CR LF');
  const tooLong = file.split('\r\n').find((line) => Buffer.byteLength(line) > 75);
  if (tooLong !== undefined) throw new Error(`a line is longer than 75 octets: ${tooLong}`);
  const lines = file
    .replaceAll(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n');
  const open: string[] = [];
  let isBegun = false;
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`not a content line: ${line}`);
    if (name === 'BEGIN') {
      open.push(value);
      isBegun ||= open.length > 1;
      if (value === 'VEVENT') events.push({});
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends where it did not begin`);
    } else if (isBegun && open.length === 1) throw new Error(`of the calendar, but after its events: ${line}`);
    else if (open.at(-1) === 'VEVENT') events[events.length - 1] = { ...events.at(-1), [name]: value };
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} is not ended`);
  if (lines[0] !== 'BEGIN:VCALENDAR' || !lines.includes('VERSION:2.0')) throw new Error('this is no calendar');
  return events.map(({ UID = '', SUMMARY = '', DTSTART = '', DTEND = '', LOCATION = '', DTSTAMP }) => {
    if (UID === '' || DTSTAMP === undefined || DTSTART === '') throw new Error('an event lacks UID, DTSTAMP or DTSTART');
    return { uid: UID, summary: SUMMARY, start: DTSTART, end: DTEND, location: LOCATION };
  });
}
