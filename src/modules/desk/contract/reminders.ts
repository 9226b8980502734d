// The API of how an office is reminded: calendar addresses, the weekly mail, and its own rules for both.
import { z } from 'zod';
import { id, officeId, open, personal, signedIn } from '#kernel/procedure.ts';

const tags = ['desk'];
const ofOffice = z.object({ officeId });

/** Whose deadlines an address shows: those that its maker may see, or those of the office whoever made it. */
const calendarOf = z.enum(['account', 'office']);
const calendar = z.object({ id: id.brand<'Calendar'>(), of: calendarOf, createdAt: z.iso.datetime() });

const reminderRule = z.object({
  /** IANA zone in which the office's Monday begins; null where it was never said, and then it is UTC. */
  timeZone: z.string().nullable(),
  /** After so many months without an exchange a tie is listed as quiet; null: never. */
  quietMonths: z.number().int().nullable(),
});

export const reminders = {
  getReminders: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/reminders', tags, summary: 'Reminder settings of an office and the caller' })
    .input(ofOffice)
    .output(reminderRule.extend({ weeklyMail: z.boolean(), calendars: z.array(calendar) })),
  setReminderRule: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/reminder-rule',
      tags,
      summary: 'Set an office’s time zone and when it is reminded of ties without an exchange',
    })
    .input(
      ofOffice.extend({
        timeZone: z.string().min(1).max(60),
        quietMonths: z.number().int().min(1).max(240).nullable(),
      }),
    )
    .output(reminderRule),
  putOffAnswer: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/put-off-answers',
      tags,
      summary: 'Put an answer off for a month, or have it asked again now',
    })
    .input(
      // The key of its row: what it is of, and which word of it.
      ofOffice.extend({ subject: z.string().trim().min(3).max(220), later: z.boolean() }),
    )
    .output(z.object({ subject: z.string(), until: z.iso.datetime().nullable() })),
  createCalendar: signedIn
    .meta({ access: 'signed-in', secret: true })
    .route({
      method: 'POST',
      path: '/offices/{officeId}/calendars',
      successStatus: 201,
      tags,
      summary: 'Create a calendar address; it is shown once, and an Idempotency-Key does not show it again',
    })
    .input(ofOffice.extend({ of: calendarOf }))
    .output(calendar.extend({ path: z.string() })),
  revokeCalendar: signedIn
    .route({ method: 'DELETE', path: '/calendars/{calendarId}', tags, summary: 'Revoke a calendar address' })
    .input(z.object({ calendarId: id.brand<'Calendar'>() }))
    .output(z.object({ calendarId: id.brand<'Calendar'>() })),
  setWeeklyMail: personal
    .route({ method: 'POST', path: '/offices/{officeId}/weekly-mail', tags, summary: 'Switch the caller’s Monday e-mail on or off' })
    .input(ofOffice.extend({ on: z.boolean() }))
    .output(z.object({ on: z.boolean() })),
  stopWeeklyMail: open
    .route({ method: 'POST', path: '/weekly-mails/stop', tags, summary: 'Stop a weekly e-mail by the link in it' })
    .input(z.object({ token: z.string().min(1).max(100) }))
    .output(z.object({ on: z.literal(false) })),
};
