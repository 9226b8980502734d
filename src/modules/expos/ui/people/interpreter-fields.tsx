// How an interpreter is reached, as the organiser and the interpreter enter it.
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { writing } from '#kernel/language.ts';
import { nameOrders } from '#modules/organisations/domain/contact.ts';
import type { Interpreter } from '../../contract/roster.ts';

type Contact = NonNullable<Interpreter['contact']>;

/** How they are reached while it is typed. */
export interface ReachedDraft {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: Contact['nameOrder'];
  readonly email: string;
  readonly phone: string;
}

export function useReachedDraft(): (contact: Contact | null) => ReachedDraft {
  const { language } = useText();
  return (contact) => ({
    surname: contact?.surname ?? '',
    givenName: contact?.givenName ?? '',
    nameOrder: contact?.nameOrder ?? writing[language].nameOrder,
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
  });
}

export const sentReached = ({ surname, givenName, nameOrder, email, phone }: ReachedDraft): Contact => ({
  ...{ surname: surname.trim(), givenName: givenName.trim(), nameOrder },
  ...{ email: filledLine(email), phone: filledLine(phone) },
});

interface ReachedFieldsProps {
  readonly hint?: string;
  readonly value: ReachedDraft;
  readonly onChange: (value: ReachedDraft) => void;
}

export function ReachedFields({ hint, value, onChange }: ReachedFieldsProps) {
  const { t } = useText();
  const field = bind(value, onChange, 'contact.');
  return (
    <fieldset>
      <legend className="lbl">{t('expos.reached')}</legend>
      {hint !== undefined && <p className="note">{hint}</p>}
      <Fields>
        <TextField {...field('surname')} label={t('expos.surname')} optional />
        <TextField {...field('givenName')} label={t('expos.given_name')} optional />
        <SelectField
          {...field('nameOrder')}
          label={t('expos.name_order')}
          options={nameOrders.map((order) => ({ value: order, text: t(`expos.order_${order}`) }))}
        />
      </Fields>
      <Fields>
        <TextField {...field('email')} type="email" label={t('expos.email')} optional />
        <TextField {...field('phone')} type="tel" label={t('expos.phone')} optional />
      </Fields>
    </fieldset>
  );
}
