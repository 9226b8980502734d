// How a participant is reached: by telephone, else by e-mail.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { AsWritten } from '#design/named.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { personWords } from '../../domain/agenda/agenda-words.ts';

/** Whom to ring, as far as the organiser knows. */
export function Reach({ editionId, participantId }: { readonly editionId: string; readonly participantId: string }) {
  const { t, language } = useText();
  const { data } = useQuery({ ...exposQueries.getParticipant.queryOptions({ input: { editionId, participantId } }), retry: false });
  if (data === undefined) return <Skeleton lines={2} />;
  if (data.contacts.length === 0) return <p className="muted">{t('meetings.day_no_contact')}</p>;
  return (
    <ul className="rows ends">
      {data.contacts.map((contact) => (
        <li key={`${contact.surname} ${contact.givenName} ${contact.email ?? ''} ${contact.phone ?? ''}`}>
          <div className="what">
            <AsWritten text={personWords(contact, language)} />
          </div>
          {contact.phone !== null && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
          {contact.phone === null && (
            <span className="muted">
              {t('meetings.day_no_phone')} {contact.email !== null && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
