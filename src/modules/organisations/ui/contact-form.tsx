// A person in a post: new, or corrected.
import { writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { findInPages } from '#client/use-pages.ts';
import { useText } from '#client/language.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import type { FieldWords } from '#design/fields/two-values.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { Unknown } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import type { Contact } from '../contract.ts';
import { organisationsApi, organisationsQueries } from './client.ts';
import { LanguagesField } from './languages-field.tsx';

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

const orders = ['surname_first', 'given_first'] as const;

const draftOf = (contact: Contact | null, language: Language): ContactDraft => ({
  surname: contact?.surname ?? '',
  givenName: contact?.givenName ?? '',
  nameOrder: contact?.nameOrder ?? writing[language].nameOrder,
  title: contact?.title ?? {},
  post: contact?.post ?? {},
  languages: contact?.languages ?? [],
  email: contact?.email ?? '',
  fromDate: contact?.fromDate ?? '',
});

const sentOf = ({ surname, givenName, nameOrder, title, post, languages, email, fromDate }: ContactDraft) => ({
  ...{ surname, givenName, nameOrder, title: filledText(title), post: filledText(post) },
  ...{ languages: [...languages], email: filledLine(email), fromDate: filledLine(fromDate) },
});

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

interface ContactDialogProps {
  readonly organisationId: string;
  /** null for a new one. */
  readonly contact: Contact | null;
  readonly onClose: () => void;
}

export function ContactDialog({ organisationId, contact, onClose }: ContactDialogProps) {
  const { t, language } = useText();
  const { field, save, ...form } = useVersioned<Contact, ContactDraft>({
    queryKey: organisationsQueries.key(),
    thing: contact,
    draftOf: (read) => draftOf(read, language),
    words: useWords(),
    read: ({ id }) => findInPages((page) => organisationsApi.listContacts({ organisationId, ...page }), id),
    write: (changes, context, mine) =>
      organisationsApi.updateContact({ ...changedOf(sentOf(mine), changes), contactId: contact?.id ?? '', organisationId }, { context }),
    create: (draft, context) => organisationsApi.addContact({ ...sentOf(draft), organisationId }, { context }),
    said: () => t(contact === null ? 'organisations.contact_added' : 'organisations.contact_saved'),
    onKept: onClose,
  });
  return (
    <FormDialog
      wide
      title={t(contact === null ? 'organisations.add_contact' : 'organisations.edit_contact')}
      action={form}
      submit={t('organisations.save')}
      onSubmit={() => save()}
      onClose={onClose}
    >
      <Fields>
        <TextField {...field('surname')} label={t('organisations.surname')} />
        <TextField {...field('givenName')} label={t('organisations.given_name')} optional />
        <SelectField
          {...field('nameOrder')}
          label={t('organisations.name_order')}
          options={orders.map((order) => ({ value: order, text: t(`organisations.order_${order}`) }))}
        />
      </Fields>
      <MultilingualField {...field('post')} label={t('organisations.post')} optional />
      <MultilingualField {...field('title')} label={t('organisations.person_title')} hint={t('organisations.person_title_hint')} optional />
      <Fields>
        <LanguagesField {...field('languages')} label={t('organisations.languages')} optional />
        <TextField {...field('email')} type="email" label={t('organisations.email')} hint={t('organisations.email_hint')} optional />
        <TextField {...field('fromDate')} type="date" label={t('organisations.from_date')} optional />
      </Fields>
    </FormDialog>
  );
}
