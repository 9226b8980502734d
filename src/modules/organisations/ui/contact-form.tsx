// A person in a post: new, or corrected.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { writing, type MultilingualText } from '#kernel/language.ts';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { Unknown } from '#design/marks.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { Contact } from '../contract.ts';
import { LanguagesField } from './languages-field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { formTrouble, useAction, type Action } from '#client/use-action.ts';
import { useGuardedSave, type FieldWords } from '#client/use-guarded-save.ts';

interface ContactDraft {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: Contact['nameOrder'];
  readonly title: MultilingualText;
  readonly post: MultilingualText;
  readonly languages: readonly string[];
  readonly email: string;
  readonly fromDate: string;
}

const draftOf = (contact: Contact): ContactDraft => ({
  surname: contact.surname,
  givenName: contact.givenName,
  nameOrder: contact.nameOrder,
  title: contact.title ?? {},
  post: contact.post ?? {},
  languages: contact.languages,
  email: contact.email ?? '',
  fromDate: contact.fromDate ?? '',
});

const known = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const sentOf = (draft: Partial<ContactDraft>) => ({
  ...(draft.surname === undefined ? {} : { surname: draft.surname }),
  ...(draft.givenName === undefined ? {} : { givenName: draft.givenName }),
  ...(draft.nameOrder === undefined ? {} : { nameOrder: draft.nameOrder }),
  ...(draft.title === undefined ? {} : { title: filledText(draft.title) }),
  ...(draft.post === undefined ? {} : { post: filledText(draft.post) }),
  ...(draft.languages === undefined ? {} : { languages: [...draft.languages] }),
  ...(draft.email === undefined ? {} : { email: known(draft.email) }),
  ...(draft.fromDate === undefined ? {} : { fromDate: known(draft.fromDate) }),
});

export function NewContact({ organisationId, onClose }: { readonly organisationId: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<ContactDraft>({
    surname: '',
    givenName: '',
    nameOrder: writing[language].nameOrder,
    title: {},
    post: {},
    languages: [],
    email: '',
    fromDate: '',
  });
  const add = () =>
    action.run(async () => {
      await api().organisations.addContact({ ...sentOf(draft), surname: draft.surname, organisationId }, { context: { idempotencyKey } });
      await queryClient.invalidateQueries({ queryKey: queries().organisations.key() });
      onClose();
      toast({ text: t('organisations.contact_added') });
    });
  return (
    <Dialog open onClose={onClose} title={t('organisations.add_contact')} wide>
      <ContactForm draft={draft} onChange={setDraft} action={action} onSubmit={() => void add()} onClose={onClose} />
    </Dialog>
  );
}

function useWords(): readonly FieldWords<ContactDraft>[] {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const said = (text: string) => (text === '' ? <Unknown /> : text);
  return [
    { key: 'surname', label: t('organisations.surname'), show: ({ surname }) => surname },
    { key: 'givenName', label: t('organisations.given_name'), show: ({ givenName }) => said(givenName) },
    { key: 'nameOrder', label: t('organisations.name_order'), show: ({ nameOrder }) => t(`organisations.order_${nameOrder}`) },
    { key: 'title', label: t('organisations.person_title'), show: ({ title }) => said(naming(title)) },
    { key: 'post', label: t('organisations.post'), show: ({ post }) => said(naming(post)) },
    {
      key: 'languages',
      label: t('organisations.languages'),
      show: ({ languages }) => said(formats.list(languages.map((tag) => formats.languageName(tag)))),
    },
    { key: 'email', label: t('organisations.email'), show: ({ email }) => said(email) },
    {
      key: 'fromDate',
      label: t('organisations.from_date'),
      show: ({ fromDate }) => (fromDate === '' ? <Unknown /> : formats.day(fromDate)),
    },
  ];
}

export function EditContact({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [seen] = useState({ version: contact.version, fields: draftOf(contact) });
  const [draft, setDraft] = useState(seen.fields);
  const { id: contactId, organisationId } = contact;
  const guarded = useGuardedSave<ContactDraft, Contact>({
    words: useWords(),
    read: async () => {
      const { entries } = await api().organisations.listContacts({ organisationId, limit: 200 });
      const now = entries.find(({ id }) => id === contactId) ?? contact;
      return { version: now.version, fields: draftOf(now) };
    },
    write: async (changes, version) => {
      const saved = await api().organisations.updateContact(
        { ...sentOf(changes), contactId, organisationId },
        { context: { ifMatch: version } },
      );
      await queryClient.invalidateQueries({ queryKey: queries().organisations.key() });
      return saved;
    },
    onSaved: (saved, undo) => {
      onClose();
      if (saved !== null && undo !== null) toast({ text: t('organisations.contact_saved'), undo });
    },
  });
  return (
    <>
      <Dialog open onClose={onClose} title={t('organisations.edit_contact')} wide>
        <ContactForm draft={draft} onChange={setDraft} action={guarded} onSubmit={() => guarded.save(seen, draft)} onClose={onClose} />
      </Dialog>
      <TwoValues clash={guarded.clash} />
    </>
  );
}

interface ContactFormProps {
  readonly draft: ContactDraft;
  readonly onChange: (draft: ContactDraft) => void;
  readonly action: Action;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

function ContactForm({ draft, onChange, action, onSubmit, onClose }: ContactFormProps) {
  const { t } = useText();
  const set = (change: Partial<ContactDraft>) => onChange({ ...draft, ...change });
  const orders = ['surname_first', 'given_first'] as const;
  return (
    <Form {...formTrouble(action)} onSubmit={onSubmit}>
      <Fields>
        <TextField name="surname" label={t('organisations.surname')} value={draft.surname} onChange={(surname) => set({ surname })} />
        <TextField
          name="givenName"
          label={t('organisations.given_name')}
          optional
          value={draft.givenName}
          onChange={(givenName) => set({ givenName })}
        />
        <SelectField
          name="nameOrder"
          label={t('organisations.name_order')}
          value={draft.nameOrder}
          onChange={(value) => set({ nameOrder: orders.find((order) => order === value) ?? draft.nameOrder })}
          options={orders.map((order) => ({ value: order, text: t(`organisations.order_${order}`) }))}
        />
      </Fields>
      <MultilingualField name="post" label={t('organisations.post')} optional value={draft.post} onChange={(post) => set({ post })} />
      <MultilingualField
        name="title"
        label={t('organisations.person_title')}
        hint={t('organisations.person_title_hint')}
        optional
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <Fields>
        <LanguagesField
          name="languages"
          label={t('organisations.languages')}
          optional
          value={draft.languages}
          onChange={(languages) => set({ languages })}
        />
        <TextField
          name="email"
          type="email"
          label={t('organisations.email')}
          hint={t('organisations.email_hint')}
          optional
          value={draft.email}
          onChange={(email) => set({ email })}
        />
        <TextField
          name="fromDate"
          type="date"
          label={t('organisations.from_date')}
          optional
          value={draft.fromDate}
          onChange={(fromDate) => set({ fromDate })}
        />
      </Fields>
      <Buttons>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('organisations.save')}
        </Button>
        <Button kind="text" onPress={onClose}>
          {t('design.cancel')}
        </Button>
      </Buttons>
    </Form>
  );
}
