// All requests of an edition as a table: filtered, added to, changed in place, withdrawn with the way back.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { AsWritten } from '#design/named.tsx';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { PickField } from '#design/fields/pick-field.tsx';
import { More, type Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSessionsOf, useSessionWords } from '#modules/expos/ui/slots/session-words.ts';
import { meetingsQueries } from '../client.ts';
import { EventPage } from '../edition/edition-page.tsx';
import type { Edition, Participant, Request, Wish } from '../edition/answers.ts';
import { Party } from '../edition/names.tsx';
import { AddRequest } from './add.tsx';
import { useRequestChanges } from './changes.ts';
import { RulesButton } from './rules.tsx';
import { useEveryParticipant, useParticipantOptions } from './participants.ts';

const none: readonly Participant[] = [];
const wishes = ['must', 'want', 'no'] as const;
const states = ['open', 'scheduled', 'excluded'] as const;

interface Filters {
  readonly participantId: string;
  readonly wish: '' | Wish;
  readonly state: '' | Request['state'];
}

export function RequestsPage() {
  const { t } = useText();
  return <EventPage title={t('meetings.requests_title')}>{(edition) => <Requests edition={edition} />}</EventPage>;
}

function Requests({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const [filters, setFilters] = useState<Filters>({ participantId: '', wish: '', state: '' });
  const [adding, setAdding] = useState(false);
  const [isSeeking, setSeeking] = useState(false);
  const participants = useEveryParticipant(edition.id, { enabled: adding || isSeeking });
  const list = useInfiniteQuery({
    ...meetingsQueries.listRequests.infiniteOptions(paged({ editionId: edition.id, ...queryOf(filters) })),
    throwOnError: true,
  });
  const rows = list.data?.pages.flatMap(({ entries }) => entries);
  const filtered = filters.participantId !== '' || filters.wish !== '' || filters.state !== '';
  return (
    <Section
      title={t('meetings.requests')}
      aside={
        edition.mayEdit && !adding ? (
          <Buttons>
            <Button onPress={() => setAdding(true)}>{t('meetings.request_add')}</Button>
            <RulesButton edition={edition} />
          </Buttons>
        ) : undefined
      }
    >
      {adding && participants !== undefined && (
        <AddRequest edition={edition} participants={participants} onClose={() => setAdding(false)} />
      )}
      <RequestFilters filters={filters} participants={participants} onChange={setFilters} onSeek={() => setSeeking(true)} />
      {rows === undefined && <Skeleton lines={8} />}
      {rows?.length === 0 && <NoRequests filtered={filtered} onAdd={edition.mayEdit ? () => setAdding(true) : undefined} />}
      {rows !== undefined && rows.length > 0 && <RequestTable edition={edition} rows={rows} />}
      {list.hasNextPage && <More busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
    </Section>
  );
}

const queryOf = ({ participantId, wish, state }: Filters) => ({
  ...(participantId === '' ? {} : { participantId }),
  ...(wish === '' ? {} : { wish }),
  ...(state === '' ? {} : { state }),
});

interface RequestFiltersProps {
  readonly filters: Filters;
  /** Undefined until they are there. */
  readonly participants: readonly Participant[] | undefined;
  readonly onChange: (filters: Filters) => void;
  /** Somebody is about to choose one. */
  readonly onSeek: () => void;
}

function RequestFilters({ filters, participants, onChange, onSeek }: RequestFiltersProps) {
  const { t } = useText();
  const all = { value: '' as const, text: t('meetings.all') };
  return (
    <div className="filters" role="group" aria-label={t('meetings.filters')}>
      <div className="grow" onFocus={onSeek}>
        <PickField
          name="filter-participant"
          label={t('meetings.participant')}
          value={filters.participantId}
          onChange={(participantId) => onChange({ ...filters, participantId })}
          options={useParticipantOptions(participants ?? none)}
          waiting={participants === undefined}
          none={t('meetings.pick_all')}
        />
      </div>
      <SelectField
        name="filter-wish"
        label={t('meetings.wish')}
        value={filters.wish}
        onChange={(wish) => onChange({ ...filters, wish })}
        options={[all, ...wishes.map((wish) => ({ value: wish, text: t(`meetings.wish_${wish}`) }))]}
      />
      <SelectField
        name="filter-state"
        label={t('meetings.state')}
        value={filters.state}
        onChange={(state) => onChange({ ...filters, state })}
        options={[all, ...states.map((state) => ({ value: state, text: t(`meetings.request_${state}`) }))]}
      />
    </div>
  );
}

function NoRequests({ filtered, onAdd }: { readonly filtered: boolean; readonly onAdd: (() => void) | undefined }) {
  const { t } = useText();
  if (filtered) return <p className="muted">{t('meetings.requests_none_such')}</p>;
  return (
    <Empty
      heading={t('meetings.requests_none')}
      actions={
        onAdd === undefined ? undefined : (
          <Buttons>
            <Button onPress={onAdd}>{t('meetings.request_add')}</Button>
          </Buttons>
        )
      }
    >
      {t('meetings.requests_none_text')}
    </Empty>
  );
}

function RequestTable({ edition, rows }: { readonly edition: Edition; readonly rows: readonly Request[] }) {
  const sessionWord = useSessionWords(useSessionsOf(edition.id));
  const { t } = useText();
  const { changeWish, withdraw } = useRequestChanges(edition.id);
  const columns: readonly Column<Request>[] = [
    { key: 'from', head: t('meetings.request_from'), naming: true, cell: (row) => <Party of={row.from} /> },
    { key: 'to', head: t('meetings.request_to'), cell: (row) => <Party of={row.to} /> },
    {
      key: 'wish',
      head: t('meetings.wish'),
      nowrap: true,
      cell: (row) =>
        row.canEdit ? <WishChoice request={row} onChange={(wish) => void changeWish(row, wish)} /> : t(`meetings.wish_${row.wish}`),
    },
    {
      key: 'session',
      head: t('meetings.session'),
      nowrap: true,
      cell: ({ session }) => (session === null ? <span className="muted">{t('meetings.session_any')}</span> : sessionWord(session)),
    },
    { key: 'state', head: t('meetings.state'), nowrap: true, cell: ({ state }) => t(`meetings.request_${state}`) },
    { key: 'note', head: t('meetings.note'), cell: ({ note }) => <AsWritten text={note} /> },
    {
      key: 'act',
      head: t('meetings.actions'),
      silent: true,
      end: true,
      cell: (row) =>
        row.canEdit && (
          <TextAction onPress={() => withdraw(row)} aria-label={t('meetings.withdraw_pair', { from: row.from.code, to: row.to.code })}>
            {t('meetings.withdraw')}
          </TextAction>
        ),
    },
  ];
  return (
    <LongDataTable
      caption={t('meetings.requests')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowState={({ state, wish }) => (state === 'excluded' || wish === 'no' ? 'quiet' : undefined)}
    />
  );
}

/** The wish, changed where it stands. */
function WishChoice({ request, onChange }: { readonly request: Request; readonly onChange: (wish: Wish) => void }) {
  const { t } = useText();
  return (
    <select
      className="in short"
      aria-label={t('meetings.wish_of', { from: request.from.code, to: request.to.code })}
      value={request.wish}
      onChange={(event) => {
        const wish = wishes.find((one) => one === event.target.value);
        if (wish !== undefined) onChange(wish);
      }}
    >
      {wishes.map((wish) => (
        <option key={wish} value={wish}>
          {t(`meetings.wish_${wish}`)}
        </option>
      ))}
    </select>
  );
}
