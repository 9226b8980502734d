// Rules of an edition file about what is wanted: absences, requests, meetings, their order and fixed slots.
import { checkDoubles, checkSpan, note, reason, unknown, type Check } from './rule-frame.ts';
import { quoted } from './problems.ts';
import { complaintOfText, fileLimits, type Complaint } from './rules.ts';

/** Absences of participants and interpreters. */
export function checkUnavailable({ file, report, participants, noParticipant, slots }: Check): void {
  const interpreters = new Set(file.interpreters.map((i) => i.name));
  file.unavailable.forEach((row, index) => {
    if (row.who.kind === 'participant' && !participants.has(row.who.code)) report('unavailable', index, 'who', noParticipant(row.who.code));
    if (row.who.kind === 'interpreter' && !interpreters.has(row.who.name)) report('unavailable', index, 'who', unknown(row.who.name));
    report('unavailable', index, 'reason', complaintOfText(row.reason, reason));
    if (row.away.kind === 'span') checkSpan((field, complaint) => report('unavailable', index, field, complaint), row.away, file.edition);
    else if (!slots.has(row.away.slot)) report('unavailable', index, 'slot', unknown(row.away.slot));
  });
}

/** Requests: to oneself, of unknown participants, said twice, contradicting, meetings of other pairs. */
export function checkRequests({ file, report, participants, noParticipant, meetings }: Check): void {
  const sessions = new Set(file.slots.map((s) => s.session));
  const refused = new Set(file.requests.filter((r) => r.wish === 'no').map((r) => JSON.stringify([r.from, r.to])));
  const said = new Set<string>();
  const counts = new Map<string, number>();
  file.requests.forEach((r, index) => {
    const at = (field: string, complaint: Complaint) => report('requests', index, field, complaint);
    const count = (counts.get(r.from) ?? 0) + 1;
    counts.set(r.from, count);
    if (count === fileLimits.wishesOfOne + 1)
      at('from', { code: 'meetings.file_too_many_wishes', params: { value: quoted(r.from), most: fileLimits.wishesOfOne } });
    if (!participants.has(r.from)) at('from', noParticipant(r.from));
    if (!participants.has(r.to)) at('to', noParticipant(r.to));
    if (r.from === r.to) at('to', { code: 'meetings.file_request_to_oneself', params: { value: quoted(r.to) } });
    if (r.session !== null && !sessions.has(r.session)) at('session', unknown(r.session));
    at('note', complaintOfText(r.note, note));
    const key = JSON.stringify([r.from, r.to, r.meeting]);
    if (said.has(key)) at('to', { code: 'meetings.file_doubled', params: { value: quoted(`${r.from} → ${r.to}`) } });
    said.add(key);
    if (r.wish === 'no') return;
    if (refused.has(JSON.stringify([r.from, r.to])))
      at('wish', { code: 'meetings.file_wish_contradicts', params: { value: quoted(r.to) } });
    if (r.meeting === null || !Number.isInteger(r.meeting) || r.meeting < 1 || r.meeting > fileLimits.meetingNumber) {
      at('meeting', { code: 'meetings.file_meeting_invalid' });
    } else if (meetings.get(r.meeting) !== JSON.stringify([r.from, r.to].sort())) {
      at('meeting', { code: 'meetings.file_meeting_of_others', params: { value: r.meeting } });
    }
  });
}

/** Orders and fixed slots of meetings. */
export function checkMeetings({ file, report, meetings, slots }: Check): void {
  file.orders.forEach((order, index) => {
    for (const field of ['earlier', 'later'] as const)
      if (!meetings.has(order[field])) report('orders', index, field, unknown(order[field]));
    if (order.earlier === order.later)
      report('orders', index, 'later', { code: 'meetings.file_order_of_itself', params: { value: order.later } });
  });
  checkDoubles(
    report,
    'fixed',
    'meeting',
    file.fixed.map((f) => f.meeting),
  );
  checkDoubles(
    report,
    'orders',
    'later',
    file.orders.map((o) => `${o.earlier} → ${o.later}`),
  );
  file.fixed.forEach((fixed, index) => {
    if (!meetings.has(fixed.meeting)) report('fixed', index, 'meeting', unknown(fixed.meeting));
    if (!slots.has(fixed.slot)) report('fixed', index, 'slot', unknown(fixed.slot));
  });
}
