// The demo's outbox: the mails that would have been sent, so that sign-in links and notices can be tried without a mail server.
import { useQuery } from '@tanstack/react-query';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { zoneName } from '#kernel/zone-names.ts';
import { accountsQueries } from './client.ts';

/** A mail's text with its own addresses as links. */
function Body({ text }: { readonly text: string }) {
  return (
    <p className="mail">
      {text.split(/(https?:\/\/[^\s。，；：！？、）」”]+)/).map((part, at) =>
        // Of a letter that has left the secret of its link is kept nowhere.
        part.startsWith('http') && !part.endsWith('…') ? (
          <a key={at} href={part.slice(new URL(part).origin.length)}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

export function OutboxPage() {
  const { t } = useText();
  const formats = useFormats();
  const mail = useQuery(accountsQueries.listDemoMail.queryOptions({ refetchInterval: 5000 }));
  if (mail.data === undefined) return <Skeleton />;
  return (
    <>
      <Title title={t('accounts.outbox')} note={t('accounts.outbox_note')} />
      {mail.data.entries.length === 0 ? (
        <Empty heading={t('accounts.outbox_empty')}>{t('accounts.outbox_empty_hint')}</Empty>
      ) : (
        mail.data.entries.map((entry) => (
          <Section
            key={entry.id}
            title={<span lang={entry.language}>{entry.subject}</span>}
            aside={t('accounts.outbox_mail', {
              recipient: entry.recipient,
              time: formats.dateTime(entry.writtenAt, ownZone()),
              zone: zoneName(ownZone(), formats.language),
            })}
          >
            <div lang={entry.language}>
              <Body text={entry.body} />
            </div>
            {/hansa_\w+_…/.test(entry.body) && <p className="note">{t('accounts.outbox_link_gone')}</p>}
          </Section>
        ))
      )}
    </>
  );
}
