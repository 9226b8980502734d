// The contacts of a participant, the first to ask first.
import { writing, type Language } from '#kernel/language.ts';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import { nameOrders } from '#modules/organisations/domain/contact.ts';
import type { Contact } from '../../contract/roster.ts';
import { limits } from '../../domain/limits.ts';

/** A contact while it is typed. */
export interface ContactDraft {
  readonly key: string;
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: Contact['nameOrder'];
  readonly post: string;
  readonly email: string;
  readonly phone: string;
  readonly languages: readonly string[];
}

/** Of whom no name is on record, its order is that of whoever will enter it. */
export const contactDrafts = (contacts: readonly Contact[], language: Language): readonly ContactDraft[] =>
  contacts.map(({ email, phone, ...contact }, at) => ({
    ...contact,
    nameOrder: contact.surname === '' ? writing[language].nameOrder : contact.nameOrder,
    email: email ?? '',
    phone: phone ?? '',
    key: `read-${at}`,
  }));

const saysSomething = ({ surname, givenName, post, email, phone }: ContactDraft): boolean =>
  [surname, givenName, post, email, phone].some((text) => filledLine(text) !== null);

/** As sent; a contact that was added and left blank is none. */
export const sentContacts = (drafts: readonly ContactDraft[]): Contact[] =>
  drafts.filter(saysSomething).map(({ key: _key, surname, givenName, post, email, phone, languages, nameOrder }) => ({
    ...{ surname: surname.trim(), givenName: givenName.trim(), nameOrder, post: post.trim() },
    ...{ email: filledLine(email), phone: filledLine(phone), languages: [...languages] },
  }));

export interface ContactsFieldProps {
  readonly value: readonly ContactDraft[];
  readonly onChange: (value: readonly ContactDraft[]) => void;
}

export function ContactsField({ value, onChange }: ContactsFieldProps) {
  const { t, language } = useText();
  const add = () => {
    const key = `new-${crypto.randomUUID()}`;
    const blank = { surname: '', givenName: '', post: '', email: '', phone: '', languages: [] };
    onChange([...value, { ...blank, key, nameOrder: writing[language].nameOrder }]);
  };
  const others = (key: string) => value.filter((one) => one.key !== key);
  return (
    <fieldset>
      <legend className="lbl">{t('expos.contacts')}</legend>
      <p className="note">{t('expos.contacts_hint')}</p>
      {value.map((draft, at) => (
        <ContactFields
          key={draft.key}
          draft={draft}
          at={at}
          onChange={(next) => onChange(value.map((one) => (one.key === draft.key ? next : one)))}
          onFirst={() => onChange([draft, ...others(draft.key)])}
          onRemove={() => onChange(others(draft.key))}
        />
      ))}
      {value.length < limits.contacts && (
        <Buttons after={value.length > 0}>
          <TextAction onPress={add}>{t('expos.add_contact')}</TextAction>
        </Buttons>
      )}
    </fieldset>
  );
}

interface ContactFieldsProps {
  readonly draft: ContactDraft;
  readonly at: number;
  readonly onChange: (draft: ContactDraft) => void;
  readonly onFirst: () => void;
  readonly onRemove: () => void;
}

function ContactFields({ draft, at, onChange, onFirst, onRemove }: ContactFieldsProps) {
  const { t } = useText();
  const field = bind(draft, onChange, `contacts.${at}.`);
  const number = at + 1;
  return (
    <fieldset className="contactentry">
      <legend className="lbl">{t(at === 0 ? 'expos.contact_first' : 'expos.contact_number', { number })}</legend>
      <Fields>
        <TextField {...field('surname')} label={t('expos.surname')} hint={t('expos.name_in_both')} optional />
        <TextField {...field('givenName')} label={t('expos.given_name')} optional />
        <SelectField
          {...field('nameOrder')}
          label={t('expos.name_order')}
          options={nameOrders.map((order) => ({ value: order, text: t(`expos.order_${order}`) }))}
        />
      </Fields>
      <Fields>
        <TextField {...field('post')} label={t('expos.post')} optional />
        <TextField {...field('email')} type="email" label={t('expos.email')} optional />
        <TextField {...field('phone')} type="tel" label={t('expos.phone')} optional />
        <LanguagesField {...field('languages')} label={t('expos.languages')} optional />
      </Fields>
      <Buttons>
        {at > 0 && (
          <TextAction aria-label={t('expos.contact_to_first', { number })} onPress={onFirst}>
            {t('expos.ask_first')}
          </TextAction>
        )}
        <TextAction aria-label={t('expos.remove_contact', { number })} onPress={onRemove}>
          {t('expos.remove')}
        </TextAction>
      </Buttons>
    </fieldset>
  );
}
