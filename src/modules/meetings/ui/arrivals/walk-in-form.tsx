// A company that was not announced, in one form: who it is, who has come, whom it wishes to meet.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { CountryField } from '#design/fields/country-field.tsx';
import { CheckField, Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { PickField } from '#design/fields/pick-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { fold } from '#kernel/fold.ts';
import { writing } from '#kernel/language.ts';
import { exposApi } from '#modules/expos/ui/client.ts';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import { meetingsApi } from '../client.ts';
import type { Edition, Participant } from '../edition/answers.ts';
import { useName } from '../edition/names.tsx';
import { isCalled, useEveryParticipant, useParticipantOptions } from '../requests/participants.ts';
import { nextCode } from './next-code.ts';

type Role = Participant['role'];

/** Who was entered. */
export interface Entered {
  readonly id: string;
  readonly code: string;
}

type Options = { readonly context: { readonly idempotencyKey: string } };

export interface WalkInProps {
  readonly edition: Edition;
  /** Of whom one may come here; in a queue exhibitors sit already. */
  readonly roles: readonly Role[];
  /** What the form is for, on its button. */
  readonly submit: string;
  readonly said: (made: Entered) => string;
  /** Says that they are here, under a name that tells it once. */
  readonly arrive: (participantId: string, told: string, options: Options) => Promise<unknown>;
  readonly onEntered?: (made: Entered) => void;
  readonly onClose: () => void;
}

interface Draft {
  readonly role: Role;
  readonly code: string | null;
  readonly name: string;
  readonly country: string;
  readonly speaks: readonly string[];
  readonly surname: string;
  readonly givenName: string;
  readonly post: string;
  readonly phone: string;
  readonly wishes: readonly string[];
  /** The name of a company that takes part, said to be of another one. */
  readonly other: string;
}

const nothing = { other: '', code: null, name: '', country: '', speaks: [], surname: '', givenName: '', post: '', phone: '', wishes: [] };

/** What is entered, and how it is kept: company with its contact, wishes, arrival. */
function useWalkIn({ edition, roles, said, arrive, onEntered, onClose }: WalkInProps) {
  const { t, language } = useText();
  const everyone = useEveryParticipant(edition.id) ?? [];
  const queryClient = useQueryClient();
  const { keep, refuse, ...action } = useKeeping();
  const [draft, setDraft] = useState<Draft>({ role: roles[0] ?? 'buyer', ...nothing });
  const [told] = useState(() => crypto.randomUUID());
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const code =
    draft.code ??
    nextCode(
      everyone.map((one) => one.code),
      draft.role === 'buyer' ? 'B' : 'E',
    );
  // Entered a second time, a company would have two numbers and half of its meetings under each.
  const same = draft.name.trim() === '' ? [] : everyone.filter((one) => isCalled(one, draft.name));
  const isAsked = same.length > 0;
  const wrong = [
    ...(isAsked && draft.other !== fold(draft.name)
      ? [
          {
            path: ['name'],
            message: t('meetings.walk_in_same', { codes: same.map((one) => one.code).join(writing[language].enumeration) }),
          },
        ]
      : []),
    ...(draft.speaks.length === 0 ? [{ path: ['languages'], message: t('meetings.walk_in_no_language') }] : []),
    ...(draft.name.trim() === '' ? [{ path: ['name'], message: t('meetings.walk_in_no_name') }] : []),
    ...(draft.wishes.length === 0 ? [{ path: ['wish'], message: t('meetings.walk_in_no_wish') }] : []),
  ];
  const enter = async () => {
    if (refuse(wrong)) return;
    const editionId = edition.id;
    const { surname, givenName, post, phone } = draft;
    const contacts = [surname, givenName, phone].every((part) => part.trim() === '')
      ? []
      : [{ surname, givenName, post, phone: phone.trim() === '' ? null : phone }];
    // Each step has a key of its own: pressed again after one that failed, those before it are not done twice.
    await keep(
      async ({ idempotencyKey }) => {
        const step = (name: string) => ({ context: { idempotencyKey: `${idempotencyKey} ${name}` } });
        const facts = {
          ...{ editionId, code, role: draft.role, name: { [language]: { text: draft.name.trim(), origin: 'human' as const } } },
          ...{ country: draft.country === '' ? null : draft.country, languages: [...draft.speaks], contacts },
        };
        const made = await exposApi.createParticipant(facts, step('company'));
        const requests = draft.wishes.map((toId) => ({ fromId: made.id, toId, wish: 'want' as const }));
        await meetingsApi.createRequests({ editionId, requests }, step('wishes'));
        await arrive(made.id, told, step('arrival'));
        await queryClient.invalidateQueries({ queryKey: ['every-participant', editionId] });
        return made;
      },
      {
        said,
        after: (made) => {
          onEntered?.(made);
          onClose();
        },
      },
    );
  };
  return { everyone, draft, set, code, isAsked, enter, action };
}

export function WalkIn(props: WalkInProps) {
  const { t } = useText();
  const { everyone, draft, set, code, isAsked, enter, action } = useWalkIn(props);
  return (
    <FormDialog
      title={t('meetings.walk_in')}
      action={action}
      submit={props.submit}
      onSubmit={() => void enter()}
      onClose={props.onClose}
      keepTyped
    >
      {props.roles.length > 1 && (
        <SelectField
          name="role"
          label={t('meetings.role')}
          value={draft.role}
          onChange={(role) => set({ role, wishes: [] })}
          options={props.roles.map((role) => ({ value: role, text: t(`meetings.role_${role}`) }))}
        />
      )}
      <TextField name="name" label={t('meetings.walk_in_company')} value={draft.name} onChange={(name) => set({ name })} />
      {isAsked && (
        <CheckField
          name="other"
          label={t('meetings.walk_in_other')}
          checked={draft.other === fold(draft.name)}
          onChange={(isOther) => set({ other: isOther ? fold(draft.name) : '' })}
        />
      )}
      <Wished everyone={everyone} role={draft.role} wishes={draft.wishes} onChange={(wishes) => set({ wishes })} />
      <LanguagesField name="languages" label={t('meetings.walk_in_speaks')} value={draft.speaks} onChange={(speaks) => set({ speaks })} />
      <CountryField name="country" label={t('meetings.walk_in_country')} value={draft.country} onChange={(country) => set({ country })} />
      <Fields>
        <TextField
          name="contacts.0.surname"
          label={t('meetings.walk_in_surname')}
          value={draft.surname}
          optional
          onChange={(surname) => set({ surname })}
        />
        <TextField
          name="contacts.0.givenName"
          label={t('meetings.walk_in_given')}
          value={draft.givenName}
          optional
          onChange={(givenName) => set({ givenName })}
        />
        <TextField
          name="contacts.0.post"
          label={t('meetings.walk_in_post')}
          value={draft.post}
          optional
          onChange={(post) => set({ post })}
        />
        <TextField
          name="contacts.0.phone"
          label={t('meetings.walk_in_phone')}
          value={draft.phone}
          type="tel"
          optional
          onChange={(phone) => set({ phone })}
        />
      </Fields>
      <TextField name="code" label={t('meetings.queue_number_word')} value={code} onChange={(typed) => set({ code: typed })} />
    </FormDialog>
  );
}

interface WishedProps {
  readonly everyone: readonly Participant[];
  readonly role: Role;
  readonly wishes: readonly string[];
  readonly onChange: (wishes: readonly string[]) => void;
}

/** Whom they wish to meet: found by number, name or sound, one after the other. */
function Wished({ everyone, role, wishes, onChange }: WishedProps) {
  const { t } = useText();
  const name = useName();
  const others = everyone.filter((one) => one.role !== role);
  const options = useParticipantOptions(others).filter(({ value }) => !wishes.includes(value));
  const chosen = wishes.flatMap((id) => others.find(({ participantId }) => participantId === id) ?? []);
  return (
    <>
      <PickField
        name="wish"
        label={t('meetings.walk_in_wishes')}
        hint={t('meetings.walk_in_wishes_hint')}
        value=""
        options={options}
        onChange={(id) => id !== '' && onChange([...wishes, id])}
      />
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((one) => (
            <li key={one.participantId}>
              <span>
                {one.code} {name(one.name)}
              </span>
              <button
                type="button"
                aria-label={t('meetings.walk_in_not', { name: name(one.name) })}
                onClick={() => onChange(wishes.filter((id) => id !== one.participantId))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
