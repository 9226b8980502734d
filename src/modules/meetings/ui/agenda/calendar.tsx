// Taking an agenda along: a calendar file, an address that calendars read by themselves and that can be revoked, and paper.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { meetingsQueries } from '../client.ts';
import type { Agenda } from './answers.ts';
import { PaperButtons } from '../paper/making.tsx';
import { useToldTrouble } from '../edition/trouble.ts';

export function AgendaCalendar({ agenda }: { readonly agenda: Agenda }) {
  const { t, language } = useText();
  return (
    <div className="noprint">
      <Section title={t('meetings.take_along')}>
        <Buttons>
          <a className="btn" href={`/calendar/${agenda.edition.id}/${agenda.participant.id}.ics?lang=${language}`} download>
            {t('meetings.calendar_file')}
          </a>
          <Button onPress={() => window.print()}>{t('meetings.print')}</Button>
        </Buttons>
        <PaperButtons of={{ editionId: agenda.edition.id, participantId: agenda.participant.id }} papers={['agendas', 'badges']} />
        <Feeds agenda={agenda} />
      </Section>
    </div>
  );
}

function Feeds({ agenda }: { readonly agenda: Agenda }) {
  const { t, language } = useText();
  const formats = useFormats();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const input = { editionId: agenda.edition.id, participantId: agenda.participant.id };
  const feeds = useQuery(meetingsQueries.listFeeds.queryOptions({ input }));
  const [address, setAddress] = useState<string | null>(null);
  const settled = { onError: told, onSettled: () => void queryClient.invalidateQueries({ queryKey: meetingsQueries.listFeeds.key() }) };
  const create = useMutation(meetingsQueries.createFeed.mutationOptions(settled));
  const revoke = useMutation(meetingsQueries.revokeFeed.mutationOptions(settled));
  const live = (feeds.data?.entries ?? []).filter((feed) => feed.revokedAt === null);
  return (
    <>
      <h3>{t('meetings.feed')}</h3>
      <p className="note">{t('meetings.feed_hint')}</p>
      <p>
        <Button
          busy={create.isPending}
          onPress={() => create.mutate(input, { onSuccess: (feed) => setAddress(`${location.origin}${feed.path}?lang=${language}`) })}
        >
          {t('meetings.feed_create')}
        </Button>
      </p>
      {address !== null && (
        <p role="status">
          {t('meetings.feed_once')} <code className="mail">{address}</code>{' '}
          <Button kind="text" onPress={() => void navigator.clipboard.writeText(address)}>
            {t('meetings.copy')}
          </Button>
        </p>
      )}
      <Rows
        wide
        label={t('meetings.feed')}
        entries={live.map((feed) => ({
          key: feed.id,
          when: formats.dateTime(feed.createdAt, agenda.edition.timeZone),
          what: t('meetings.feed_live'),
          end: (
            <Button kind="text" busy={revoke.isPending} onPress={() => revoke.mutate({ ...input, feedId: feed.id })}>
              {t('meetings.feed_revoke')}
            </Button>
          ),
        }))}
      />
    </>
  );
}
