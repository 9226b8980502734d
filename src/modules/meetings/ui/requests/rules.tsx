// The rules by which an edition's participants ask to meet: told to everybody, set by the organiser.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button } from '#design/button.tsx';
import { CheckField, Fields, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { Gap, Note } from '#design/page.tsx';
import { useAtVenue } from '#design/time.tsx';
import { clockMeaning, venueClock } from '#modules/expos/domain/venue-time.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition, OwnQuota, RequestRules } from '../edition/answers.ts';
import { QuotaFields, quotaDrafts, sentQuotas } from './quotas.tsx';

export const useRules = (editionId: string): RequestRules | undefined =>
  useRead(meetingsQueries.getRequestRules.queryOptions({ input: { editionId } }));

/** Whether a participant may still ask, change and answer. */
export const isOpen = (rules: RequestRules | undefined): boolean =>
  rules !== undefined && (rules.mayEdit || rules.closesAt === null || Date.parse(rules.closesAt) > Date.now());

/** What of the rules concerns those who ask. */
interface RulesNoteProps {
  readonly edition: Pick<Edition, 'timeZone'>;
  readonly rules: RequestRules;
  /** Of the participant who is shown, where it has one. */
  readonly quota: OwnQuota | undefined;
}

export function RulesNote({ edition, rules, quota }: RulesNoteProps) {
  const { t } = useText();
  const atVenue = useAtVenue(edition.timeZone);
  const { closesAt, answerDays, agreedOnly } = rules;
  const at = closesAt === null ? '' : atVenue(closesAt);
  const words = [
    ...(closesAt === null ? [] : [t(Date.parse(closesAt) > Date.now() ? 'meetings.rules_until' : 'meetings.rules_closed', { at })]),
    ...(agreedOnly ? [t('meetings.rules_agreed_only')] : []),
    ...(answerDays === null ? [] : [t('meetings.rules_answer_days', { count: answerDays })]),
  ];
  return (
    <>
      {quota !== undefined && <QuotaNote quota={quota} />}
      {words.length > 0 && <Note>{words.join(' ')}</Note>}
    </>
  );
}

/** How much is left before anything is refused. */
function QuotaNote({ quota: { most, mostMusts, asked, musts } }: { readonly quota: OwnQuota }) {
  const { t } = useText();
  const left = Math.max(0, most - asked);
  return (
    <Note>
      <b>{left === 0 ? t('meetings.quota_used', { most, asked }) : t('meetings.quota_left', { most, asked, count: left })}</b>
      {mostMusts !== null && (
        <>
          <Gap />
          {t('meetings.quota_musts', { most: mostMusts, musts })}
        </>
      )}
      <Gap />
      {t('meetings.quota_answers')}
    </Note>
  );
}

export function RulesButton({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const rules = useRules(edition.id);
  const [open, setOpen] = useState(false);
  if (rules?.mayEdit !== true) return null;
  return (
    <>
      <Button kind="text" onPress={() => setOpen(true)}>
        {t('meetings.rules_set')}
      </Button>
      {open && <RulesDialog edition={edition} rules={rules} onClose={() => setOpen(false)} />}
    </>
  );
}

interface RulesDialogProps {
  readonly edition: Edition;
  readonly rules: RequestRules;
  readonly onClose: () => void;
}

function RulesDialog({ edition, rules, onClose }: RulesDialogProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(meetingsQueries.key());
  const shown = rules.closesAt === null ? { date: '', time: '' } : venueClock(edition.timeZone, Date.parse(rules.closesAt));
  const [date, setDate] = useState(shown.date);
  const [time, setTime] = useState(shown.time);
  const [sameSide, setSameSide] = useState(rules.sameSide);
  const [agreedOnly, setAgreedOnly] = useState(rules.agreedOnly);
  const [days, setDays] = useState(rules.answerDays?.toString() ?? '');
  const [moves, setMoves] = useState(rules.movesUntilMinutes?.toString() ?? '');
  const [mailsOrganiser, setMails] = useState(rules.mailsOrganiser);
  const [quotas, setQuotas] = useState(() => quotaDrafts(rules));
  const submit = () => {
    const closesAt =
      date === '' ? null : new Date(clockMeaning(edition.timeZone, { date, time: time === '' ? '23:59' : time }).at).toISOString();
    const asked = {
      editionId: edition.id,
      closesAt,
      sameSide,
      agreedOnly,
      answerDays: days === '' ? null : Number(days),
      movesUntilMinutes: moves === '' ? null : Number(moves),
      mailsOrganiser,
      quotas: sentQuotas(quotas),
    };
    void keep(() => meetingsApi.changeRequestRules(asked, { context: { ifMatch: rules.version } }), {
      said: () => t('meetings.rules_saved'),
      after: onClose,
    });
  };
  return (
    <FormDialog title={t('meetings.rules')} submit={t('meetings.rules_save')} action={action} onClose={onClose} onSubmit={submit} keepTyped>
      <Fields>
        <TextField
          name="closesAt"
          type="date"
          label={t('meetings.rules_closes_on')}
          hint={t('meetings.rules_closes_hint')}
          optional
          value={date}
          onChange={setDate}
        />
        <TextField name="closesTime" type="time" label={t('meetings.rules_closes_time')} optional value={time} onChange={setTime} />
      </Fields>
      <TextField
        name="answerDays"
        type="number"
        label={t('meetings.rules_days')}
        hint={t('meetings.rules_days_hint')}
        optional
        value={days}
        onChange={setDays}
      />
      <TextField
        name="movesUntilMinutes"
        type="number"
        label={t('meetings.rules_moves')}
        hint={t('meetings.rules_moves_hint')}
        optional
        value={moves}
        onChange={setMoves}
      />
      <CheckField
        name="mailsOrganiser"
        label={t('meetings.rules_mails')}
        hint={t('meetings.rules_mails_hint')}
        checked={mailsOrganiser}
        onChange={setMails}
      />
      <CheckField
        name="agreedOnly"
        label={t('meetings.rules_agreed')}
        hint={t('meetings.rules_agreed_hint')}
        checked={agreedOnly}
        onChange={setAgreedOnly}
      />
      <CheckField
        name="sameSide"
        label={t('meetings.rules_same_side')}
        hint={t('meetings.rules_same_side_hint')}
        checked={sameSide}
        onChange={setSameSide}
      />
      <QuotaFields editionId={edition.id} value={quotas} onChange={setQuotas} />
    </FormDialog>
  );
}
