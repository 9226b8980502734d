// How an office is reminded: a mail on Mondays, addresses for calendars, and its own rules for both.
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { ZoneField } from '#modules/cities/ui/search/zone-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Fields, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { QuietRule } from '#modules/outcomes/ui/follow-up/quiet-rule.tsx';
import { ReviewMail } from '#modules/cities/ui/profile/review-mail.tsx';
import type { Answer } from '../contract.ts';
import { deskApi, deskQueries } from './client.ts';

type Reminders = Answer<'getReminders'>;

interface PartProps {
  readonly officeId: string;
  readonly mayEdit: boolean;
  readonly reminders: Reminders;
}

/** /desk/reminders */
export function RemindersPage() {
  const { t } = useText();
  const office = useSession()?.offices.find(({ kind }) => kind !== 'organiser');
  if (office === undefined)
    return (
      <>
        <Title title={t('desk.reminders')} />
        <Empty heading={t('desk.no_office')}>{t('desk.no_office_text')}</Empty>
      </>
    );
  const keepsTies = office.kind === 'city' || office.kind === 'register';
  return <OfficeReminders officeId={office.id} mayEdit={office.role !== 'viewer'} keepsTies={keepsTies} />;
}

function OfficeReminders({ officeId, mayEdit, keepsTies }: Omit<PartProps, 'reminders'> & { readonly keepsTies: boolean }) {
  const { t } = useText();
  const data = useRead(deskQueries.getReminders.queryOptions({ input: { officeId } }));
  if (data === undefined) return <Skeleton label={t('desk.reminders')} lines={6} />;
  const part = { officeId, mayEdit, reminders: data };
  return (
    <>
      <Title title={t('desk.reminders')} note={t('desk.reminders_note')} />
      <WeeklyMail {...part} />
      {keepsTies && mayEdit && <ReviewMail officeId={officeId} />}
      {keepsTies && <Calendars {...part} />}
      {keepsTies && <Rules {...part} />}
      <QuietRule officeId={officeId} mayEdit={mayEdit} />
    </>
  );
}

function WeeklyMail({ officeId, mayEdit, reminders: { weeklyMail, timeZone, quietMonths } }: PartProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const set = (on: boolean) => async () => {
    // Whoever wants mail on Monday morning means their own morning, until another zone is said below.
    if (on && timeZone === null) await deskApi.setReminderRule({ officeId, timeZone: ownZone(), quietMonths });
    await deskApi.setWeeklyMail({ officeId, on });
  };
  const turn = () =>
    void keep(set(!weeklyMail), { said: t(weeklyMail ? 'desk.weekly_mail_now_off' : 'desk.weekly_mail_now_on'), undo: set(weeklyMail) });
  return (
    <Section title={t('ties.weekly_mail')}>
      <Note>{t('desk.weekly_mail_text')}</Note>
      <p role="status">{t(weeklyMail ? 'desk.weekly_mail_on' : 'desk.weekly_mail_off')}</p>
      {mayEdit && (
        <Buttons>
          <Button busy={action.busy} onPress={turn}>
            {t(weeklyMail ? 'desk.switch_off' : 'desk.switch_on')}
          </Button>
        </Buttons>
      )}
      <TroubleNotice trouble={action.trouble} />
    </Section>
  );
}

function Calendars({ officeId, mayEdit, reminders: { calendars } }: PartProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping();
  const [address, setAddress] = useState<string | null>(null);
  const make = (of: 'account' | 'office') =>
    void keep(async () => {
      const { path } = await deskApi.createCalendar({ officeId, of });
      setAddress(`${location.origin}${path}?lang=${language}`);
    });
  return (
    <Section title={t('desk.calendar_address')} count={calendars.length}>
      <Note>{t('desk.calendar_text')}</Note>
      {calendars.length === 0 ? (
        <Note>{t('desk.calendar_none')}</Note>
      ) : (
        <Rows
          wide
          label={t('desk.calendar_address')}
          entries={calendars.map(({ id, of, createdAt }) => ({
            key: id,
            when: formats.dateTime(createdAt, ownZone()),
            what: t(`desk.calendar_of_${of}`),
            end: mayEdit && (
              <Button kind="text" onPress={() => void keep(() => deskApi.revokeCalendar({ calendarId: id }))}>
                {t('desk.calendar_revoke')}
              </Button>
            ),
          }))}
        />
      )}
      {address !== null && (
        <p role="status">
          {t('desk.calendar_once')} <code className="mail">{address}</code>{' '}
          <Button kind="text" onPress={() => void navigator.clipboard.writeText(address)}>
            {t('desk.calendar_copy')}
          </Button>
        </p>
      )}
      {mayEdit && (
        <Buttons after>
          <Button busy={action.busy} onPress={() => make('account')}>
            {t('desk.calendar_make_account')}
          </Button>
          <Button busy={action.busy} onPress={() => make('office')}>
            {t('desk.calendar_make_office')}
          </Button>
        </Buttons>
      )}
      <TroubleNotice trouble={action.trouble} />
    </Section>
  );
}

function Rules({ officeId, mayEdit, reminders }: PartProps) {
  const { t } = useText();
  const toast = useToast();
  const { keep, ...action } = useKeeping();
  const [timeZone, setTimeZone] = useState(reminders.timeZone ?? ownZone());
  const [quiet, setQuiet] = useState(reminders.quietMonths?.toString() ?? '');
  const save = () =>
    void keep(async () => {
      const quietMonths = quiet.trim() === '' ? null : Number(quiet);
      await deskApi.setReminderRule({ officeId, timeZone, quietMonths });
      toast({ text: t('ties.saved') });
    });
  return (
    <Section title={t('desk.reminder_rules')}>
      <KeepTyped>
        <Form {...formTrouble(action)} onSubmit={save}>
          <Fields>
            <ZoneField
              name="timeZone"
              label={t('desk.time_zone')}
              hint={t('desk.time_zone_hint')}
              disabled={!mayEdit}
              value={timeZone}
              onChange={setTimeZone}
            />
            <TextField
              name="quietMonths"
              type="number"
              label={t('desk.quiet_months')}
              hint={t('desk.quiet_months_hint')}
              optional
              readOnly={!mayEdit}
              value={quiet}
              onChange={setQuiet}
            />
          </Fields>
          {mayEdit && (
            <Buttons after>
              <Button kind="go" type="submit" busy={action.busy}>
                {t('ties.save')}
              </Button>
            </Buttons>
          )}
        </Form>
      </KeepTyped>
    </Section>
  );
}
