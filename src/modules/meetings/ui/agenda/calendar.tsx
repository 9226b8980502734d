// Taking an agenda along: a calendar file, an address that calendars read by themselves and that can be revoked, and paper.
import { useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Agenda, InterpreterAgenda } from './answers.ts';
import { PaperButtons } from '../paper/making.tsx';
import { useToldTrouble } from '../edition/trouble.ts';

interface TakeAlongProps {
  readonly editionId: string;
  readonly zone: string;
  /** Whose calendar file it is: a participant or an interpreter. */
  readonly fileOf: string;
  readonly children: ReactNode;
  readonly addresses: AddressesOf;
}

interface Address {
  readonly id: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

/** Where calendar addresses of one agenda are kept. */
interface AddressesOf {
  readonly queryKey: QueryKey;
  readonly list: () => Promise<{ readonly entries: readonly Address[] }>;
  readonly create: () => Promise<{ readonly path: string }>;
  readonly revoke: (feedId: string) => Promise<unknown>;
}

export function AgendaCalendar({ agenda }: { readonly agenda: Agenda }) {
  const input = { editionId: agenda.edition.id, participantId: agenda.participant.id };
  return (
    <TakeAlong
      editionId={agenda.edition.id}
      zone={agenda.edition.timeZone}
      fileOf={agenda.participant.id}
      addresses={{
        queryKey: meetingsQueries.listFeeds.queryKey({ input }),
        list: () => meetingsApi.listFeeds(input),
        create: () => meetingsApi.createFeed(input),
        revoke: (feedId) => meetingsApi.revokeFeed({ ...input, feedId }),
      }}
    >
      <PaperButtons of={input} papers={['agendas', 'badges']} />
    </TakeAlong>
  );
}

export function InterpreterCalendar({ agenda }: { readonly agenda: InterpreterAgenda }) {
  const input = { editionId: agenda.edition.id, interpreterId: agenda.interpreter.id };
  return (
    <TakeAlong
      editionId={agenda.edition.id}
      zone={agenda.edition.timeZone}
      fileOf={agenda.interpreter.id}
      addresses={{
        queryKey: meetingsQueries.listInterpreterFeeds.queryKey({ input }),
        list: () => meetingsApi.listInterpreterFeeds(input),
        create: () => meetingsApi.createInterpreterFeed(input),
        revoke: (feedId) => meetingsApi.revokeInterpreterFeed({ ...input, feedId }),
      }}
    >
      <PaperButtons of={input} papers={['interpreters']} />
    </TakeAlong>
  );
}

function TakeAlong({ editionId, zone, fileOf, children, addresses }: TakeAlongProps) {
  const { t, language } = useText();
  return (
    <div className="noprint">
      <Section title={t('meetings.take_along')}>
        <Buttons>
          <a className="btn" href={`/calendar/${editionId}/${fileOf}.ics?lang=${language}`} download>
            {t('meetings.calendar_file')}
          </a>
          <Button onPress={() => window.print()}>{t('meetings.print')}</Button>
        </Buttons>
        {children}
        <Feeds zone={zone} addresses={addresses} />
      </Section>
    </div>
  );
}

function Feeds({ zone, addresses }: { readonly zone: string; readonly addresses: AddressesOf }) {
  const { t, language } = useText();
  const formats = useFormats();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const feeds = useQuery({ queryKey: addresses.queryKey, queryFn: addresses.list });
  const [address, setAddress] = useState<string | null>(null);
  const settled = { onError: told, onSettled: () => void queryClient.invalidateQueries({ queryKey: addresses.queryKey }) };
  const create = useMutation({ mutationFn: addresses.create, ...settled });
  const revoke = useMutation({ mutationFn: addresses.revoke, ...settled });
  const live = (feeds.data?.entries ?? []).filter((feed) => feed.revokedAt === null);
  return (
    <>
      <h3>{t('meetings.feed')}</h3>
      <p className="note">{t('meetings.feed_hint')}</p>
      <p>
        <Button
          busy={create.isPending}
          onPress={() => create.mutate(undefined, { onSuccess: (feed) => setAddress(`${location.origin}${feed.path}?lang=${language}`) })}
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
          when: formats.dateTime(feed.createdAt, zone),
          what: t('meetings.feed_live'),
          end: (
            <Button kind="text" busy={revoke.isPending} onPress={() => revoke.mutate(feed.id)}>
              {t('meetings.feed_revoke')}
            </Button>
          ),
        }))}
      />
    </>
  );
}
