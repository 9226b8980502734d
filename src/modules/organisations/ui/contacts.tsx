// People in posts of an organisation, with the dates in which they hold them.
import { useState } from 'react';
import { useFormats, type Formats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Section } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import type { Contact, Organisation } from '../contract.ts';
import { isErased } from '../domain/contact.ts';
import { organisationsQueries } from './client.ts';
import { ContactDialog } from './contact-form.tsx';
import { EndContact } from './end-contact.tsx';
import { EraseContact } from './erase-contact.tsx';
import { personName } from './person-name.ts';
import { Named } from '#design/named.tsx';
import { paged, usePages } from '#client/use-pages.ts';
import './parts.css';

/** From when to when, as far as it is known. */
function postSpan(
  { fromDate, toDate }: Contact,
  formats: Formats,
  until: (day: string) => string,
  since: (day: string) => string,
): string | null {
  if (toDate !== null && fromDate !== null)
    return [formats.day(fromDate, 'table'), writing[formats.language].dash, formats.day(toDate, 'table')].join(
      writing[formats.language].blank,
    );
  if (toDate !== null) return until(formats.day(toDate, 'table'));
  return fromDate === null ? null : since(formats.day(fromDate, 'table'));
}

export function Contacts({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useText();
  const [open, setOpen] = useState<
    { readonly kind: 'new' } | { readonly kind: 'edit' | 'end' | 'erase'; readonly contact: Contact } | null
  >(null);
  const organisationId = organisation.id;
  const pages = usePages(organisationsQueries.listContacts.infiniteOptions(paged({ organisationId, limit: 100 })));
  const close = () => setOpen(null);
  const add = organisation.mayEdit ? <Button onPress={() => setOpen({ kind: 'new' })}>{t('organisations.add_contact')}</Button> : undefined;
  return (
    <Section title={t('organisations.contacts')} aside={pages.entries.length > 0 ? add : undefined}>
      <Paged
        pages={pages}
        empty={<Empty heading={t('organisations.no_contacts')} actions={add} children={t('organisations.no_contacts_text')} />}
      >
        {(entries) => (
          <ContactTable
            entries={entries}
            onEdit={organisation.mayEdit ? (contact) => setOpen({ kind: 'edit', contact }) : undefined}
            onEnd={organisation.mayEdit ? (contact) => setOpen({ kind: 'end', contact }) : undefined}
            onErase={organisation.mayEdit ? (contact) => setOpen({ kind: 'erase', contact }) : undefined}
          />
        )}
      </Paged>
      {(open?.kind === 'new' || open?.kind === 'edit') && (
        <ContactDialog organisationId={organisationId} contact={open.kind === 'new' ? null : open.contact} onClose={close} />
      )}
      {open?.kind === 'end' && <EndContact contact={open.contact} onClose={close} />}
      {open?.kind === 'erase' && <EraseContact contact={open.contact} onClose={close} />}
    </Section>
  );
}

interface ContactTableProps {
  readonly entries: readonly Contact[];
  readonly onEdit: ((contact: Contact) => void) | undefined;
  readonly onEnd: ((contact: Contact) => void) | undefined;
  readonly onErase: ((contact: Contact) => void) | undefined;
}

function ContactTable({ entries, onEdit, onEnd, onErase }: ContactTableProps) {
  const { t } = useText();
  const formats = useFormats();
  const until = (day: string) => t('organisations.until_day', { day });
  const since = (day: string) => t('organisations.since_day', { day });
  return (
    <DataTable
      caption={t('organisations.contacts')}
      rows={entries}
      rowKey={({ id }) => id}
      rowState={({ toDate }) => (toDate === null ? undefined : 'quiet')}
      columns={[
        {
          key: 'person',
          head: t('organisations.person'),
          naming: true,
          cell: (contact) => (
            <>
              {personName(contact)}
              {contact.title !== null && (
                <small>
                  <Named text={contact.title} quiet />
                </small>
              )}
            </>
          ),
        },
        { key: 'post', head: t('organisations.post'), cell: ({ post }) => (post === null ? <Unknown /> : <Named text={post} quiet />) },
        {
          key: 'languages',
          head: t('organisations.languages'),
          cell: ({ languages }) => (languages.length === 0 ? <Unknown /> : formats.list(languages.map((tag) => formats.languageName(tag)))),
        },
        {
          key: 'email',
          head: t('organisations.email'),
          cell: ({ email }) => (email === null ? <Unknown /> : <a href={`mailto:${email}`}>{email}</a>),
        },
        { key: 'time', head: t('organisations.in_post'), cell: (contact) => postSpan(contact, formats, until, since) ?? <Unknown /> },
        {
          key: 'act',
          head: t('organisations.actions'),
          silent: true,
          end: true,
          cell: (contact) =>
            onEdit !== undefined &&
            onEnd !== undefined && (
              <Buttons>
                <TextAction aria-label={t('organisations.edit_person', { name: personName(contact) })} onPress={() => onEdit(contact)}>
                  {t('organisations.edit')}
                </TextAction>
                {contact.toDate === null && (
                  <TextAction aria-label={t('organisations.end_person', { name: personName(contact) })} onPress={() => onEnd(contact)}>
                    {t('organisations.end_short')}
                  </TextAction>
                )}
                {onErase !== undefined && !isErased(contact) && (
                  <TextAction aria-label={t('organisations.erase_person', { name: personName(contact) })} onPress={() => onErase(contact)}>
                    {t('organisations.erase_short')}
                  </TextAction>
                )}
              </Buttons>
            ),
        },
      ]}
    />
  );
}
