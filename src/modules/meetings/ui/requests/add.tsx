// Entering a request: who wishes to meet whom, how much, and when.
import { useEffect, useMemo, useRef, useState } from 'react';
import { formTrouble, useAction } from '#client/use-action.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { PickField } from '#design/fields/pick-field.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { useSessionsOf, useSessionWords } from '#modules/expos/ui/slots/session-words.ts';
import { meetingsApi } from '../client.ts';
import type { Edition, Participant, Wish } from '../edition/answers.ts';
import { useRequestChanges } from './changes.ts';
import { useRules } from './rules.tsx';
import { useParticipantOptions } from './participants.ts';

interface AddRequestProps {
  readonly edition: Edition;
  readonly participants: readonly Participant[];
  readonly onClose: () => void;
}

const wishes: readonly Wish[] = ['must', 'want', 'no'];

/** The path of a problem in a list of one request, as the fields are called. */
const inList = 'requests.0.';

/** A choice that was not made is told here, since an empty id says nothing to anybody. */
const notChosen = (ids: { readonly fromId: string; readonly toId: string }, message: string) =>
  Object.entries(ids).flatMap(([field, id]) => (id === '' ? [{ path: ['requests', 0, field], message }] : []));

export function AddRequest({ edition, participants, onClose }: AddRequestProps) {
  const { t } = useText();
  const { tellAdded } = useRequestChanges(edition.id);
  const sessions = useSessionsOf(edition.id);
  const sessionWord = useSessionWords(sessions);
  const action = useAction();
  const fields = useRef<HTMLDivElement>(null);
  // The button that opened it is gone; the next field on the page would be that of the filters below.
  useEffect(() => fields.current?.querySelector('input')?.focus(), []);
  const [fromId, setFrom] = useState('');
  const [toId, setTo] = useState('');
  const from = participants.find(({ participantId }) => participantId === fromId);
  const sameSide = useRules(edition.id)?.sameSide === true;
  const others = useMemo(
    () =>
      participants.filter(({ role, participantId }) => participantId !== fromId && (sameSide || from === undefined || role !== from.role)),
    [participants, fromId, from, sameSide],
  );
  const [fromOptions, toOptions] = [useParticipantOptions(participants), useParticipantOptions(others)];
  const submit = async (entries: FormData) => {
    if (action.refuse(notChosen({ fromId, toId }, t('meetings.choose_participant')))) return;
    const wish = wishes.find((one) => one === entries.get(`${inList}wish`)) ?? 'want';
    const session = Number(entries.get(`${inList}session`));
    const note = entries.get(`${inList}note`);
    const request = { fromId, toId, wish, session: session === 0 ? null : session, note: typeof note === 'string' ? note : '' };
    await action.run(async () => {
      const [entered] = (await meetingsApi.createRequests({ editionId: edition.id, requests: [request] })).requests;
      if (entered === undefined) return;
      setTo('');
      await tellAdded(entered);
    });
  };
  if (participants.length < 2)
    return (
      <Notice
        heading={t('meetings.request_nobody')}
        actions={
          <>
            <ButtonLink kind="go" to="/editions/$slug/import" params={{ slug: edition.slug }}>
              {t('meetings.import_action')}
            </ButtonLink>
            <ButtonLink to="/editions/$slug/setup/participants" params={{ slug: edition.slug }}>
              {t('meetings.enter_participants')}
            </ButtonLink>
            <Button kind="text" onPress={onClose}>
              {t('design.close')}
            </Button>
          </>
        }
      >
        {t('meetings.request_nobody_text')}
      </Notice>
    );
  return (
    <Form label={t('meetings.request_add')} {...formTrouble(action)} onSubmit={(entries) => void submit(entries)}>
      <div ref={fields}>
        <Fields>
          <PickField name={`${inList}fromId`} label={t('meetings.request_from')} value={fromId} onChange={setFrom} options={fromOptions} />
          <PickField
            name={`${inList}toId`}
            label={t('meetings.request_to')}
            // Whoever looks for one of the same side finds nothing, and reads why.
            hint={from === undefined || sameSide ? undefined : t(`meetings.request_only_other_${from.role}`)}
            value={toId}
            onChange={setTo}
            options={toOptions}
          />
          <SelectField
            name={`${inList}session`}
            label={t('meetings.session')}
            options={[
              { value: '0', text: t('meetings.session_any') },
              ...sessions.map((session) => ({ value: String(session), text: sessionWord(session) })),
            ]}
          />
          <TextField name={`${inList}note`} label={t('meetings.note')} optional />
        </Fields>
      </div>
      <div className="fields">
        <ChoiceField
          name={`${inList}wish`}
          label={t('meetings.wish')}
          defaultValue="want"
          options={wishes.map((wish) => ({ value: wish, text: t(`meetings.wish_${wish}`) }))}
        />
      </div>
      <Buttons>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('meetings.request_enter')}
        </Button>
        <Button kind="text" onPress={onClose}>
          {t('design.close')}
        </Button>
      </Buttons>
    </Form>
  );
}
