// The organiser's draft of the programme: what is held, what clashes, and its release.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons, Refused, TextAction } from '#design/button.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Gap, Note, Section } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { exposApi, exposQueries } from '#modules/expos/ui/client.ts';
import { itemDraft, sentItem } from '#modules/expos/ui/programme/item-draft.ts';
import { ItemForm } from '#modules/expos/ui/programme/item-form.tsx';
import { RoomsForm } from '#modules/expos/ui/programme/rooms-form.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { Named, useName, useSay } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';

type Draft = Awaited<ReturnType<typeof exposApi.getProgrammeDraft>>;
type Item = Draft['items'][number];
type Checked = Awaited<ReturnType<typeof meetingsApi.checkProgramme>>;
type Clash = Checked['clashes'][number];

/** /editions/$slug/programme/draft */
export function ProgrammeDraftPage() {
  const { t } = useText();
  return <EventPage title={t('expos.programme')}>{(edition) => <Loaded edition={edition} />}</EventPage>;
}

function Loaded({ edition }: { readonly edition: Edition }) {
  const input = { editionId: edition.id };
  const draft = useQuery({ ...exposQueries.getProgrammeDraft.queryOptions({ input }), throwOnError: true }).data;
  // Asked anew with each draft: whatever is changed may clash, or no longer.
  const checked = useQuery({
    ...meetingsQueries.checkProgramme.queryOptions({ input }),
    queryKey: [...meetingsQueries.checkProgramme.key({ input }), draft],
    enabled: draft !== undefined,
    throwOnError: true,
  }).data;
  if (draft === undefined || checked === undefined) return <Skeleton lines={8} />;
  return <DraftOf edition={edition} draft={draft} {...checked} />;
}

interface DraftProps {
  readonly edition: Edition;
  readonly draft: Draft;
  readonly clashes: readonly Clash[];
}

interface CheckedProps extends DraftProps, Pick<Checked, 'unanswered'> {}

function DraftOf({ edition, draft, clashes, unanswered }: CheckedProps) {
  const { t } = useText();
  const [open, setOpen] = useState<'rooms' | { readonly item: Item | null } | null>(null);
  const close = () => setOpen(null);
  const add = <Button onPress={() => setOpen({ item: null })}>{t('expos.add_item')}</Button>;
  return (
    <>
      <Section
        title={t('expos.programme_draft')}
        count={draft.items.length}
        aside={
          <Buttons>
            {draft.items.length > 0 && add}
            <Button onPress={() => setOpen('rooms')}>{t('expos.rooms')}</Button>
          </Buttons>
        }
      >
        {draft.items.length === 0 ? (
          <Empty heading={t('expos.programme_none')} actions={add}>
            {t('expos.programme_empty_text')}
          </Empty>
        ) : (
          <Items edition={edition} draft={draft} clashes={clashes} onOpen={(item) => setOpen({ item })} />
        )}
      </Section>
      <Clashes clashes={clashes} />
      <Release {...{ edition, draft, clashes, unanswered }} />
      {open === 'rooms' && <RoomsForm edition={edition} rooms={draft.rooms} onClose={close} />}
      {open !== null && open !== 'rooms' && <ItemForm edition={edition} rooms={draft.rooms} item={open.item} onClose={close} />}
    </>
  );
}

function Items({ edition, draft, clashes, onOpen }: DraftProps & { readonly onOpen: (item: Item) => void }) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const { keep, trouble } = useKeeping(exposQueries.key());
  const remove = (item: Item) =>
    void keep(() => exposApi.removeProgrammeItem({ editionId: edition.id, itemId: item.id }, { context: { ifMatch: item.version } }), {
      said: t('expos.item_removed', { name: name(item.title) }),
      undo: () => exposApi.createProgrammeItem({ ...sentItem(itemDraft(item, edition), edition.timeZone), editionId: edition.id }),
    });
  const clashing = new Set(clashes.filter(({ severity }) => severity === 'hard').flatMap(({ items }) => items));
  const columns: readonly Column<Item>[] = [
    {
      key: 'when',
      head: t('meetings.time'),
      nowrap: true,
      cell: ({ day, startsAt, endsAt }) => (
        <>
          {formats.day(day, 'short')}{' '}
          {startsAt === null || endsAt === null ? (
            <Unknown>{t('expos.time_unknown')}</Unknown>
          ) : (
            formats.span(startsAt, endsAt, edition.timeZone)
          )}
        </>
      ),
    },
    {
      key: 'title',
      head: t('expos.item_title'),
      naming: true,
      cell: (item) => (
        <>
          <Named name={item.title} /> <small className="muted">{t(`expos.programme_${item.kind}`)}</small>
          {clashing.has(item.id) && <small> {t('meetings.programme_clashing')}</small>}
        </>
      ),
    },
    {
      key: 'room',
      head: t('expos.item_room'),
      cell: ({ roomId }) => {
        const room = draft.rooms.find(({ id }) => id === roomId);
        return room === undefined ? <Unknown>{t('expos.room_unknown_yet')}</Unknown> : <Named name={room.name} />;
      },
    },
    { key: 'speakers', head: t('expos.speakers'), cell: ({ speakers }) => <Speakers speakers={speakers} /> },
    {
      key: 'act',
      head: t('meetings.actions'),
      silent: true,
      end: true,
      cell: (item) => (
        <Buttons>
          <TextAction onPress={() => onOpen(item)}>{t('expos.edit')}</TextAction>
          <TextAction aria-label={t('expos.remove_named', { name: name(item.title) })} onPress={() => remove(item)}>
            {t('expos.remove')}
          </TextAction>
        </Buttons>
      ),
    },
  ];
  return (
    <>
      <TroubleNotice trouble={trouble} />
      <DataTable<Item> caption={t('expos.programme_draft')} rows={draft.items} rowKey={({ id }) => id} columns={columns} />
    </>
  );
}

/** Who speaks; of those who are reached by mail whether they come. */
function Speakers({ speakers }: Pick<Item, 'speakers'>) {
  const { t } = useText();
  return speakers.map(({ name, email, comes }, at) => (
    <div key={at}>
      <Named name={name} />
      {email !== null && <small className={comes === 'no' ? 'attention' : 'muted'}> {t(`expos.comes_${comes ?? 'unsaid'}`)}</small>}
    </div>
  ));
}

function Clashes({ clashes }: { readonly clashes: readonly Clash[] }) {
  const { t } = useText();
  const say = useSay();
  if (clashes.length === 0) return null;
  const lists = [
    { title: t('meetings.programme_clash_list'), of: clashes.filter(({ severity }) => severity === 'hard'), attention: true },
    { title: t('meetings.programme_warnings'), of: clashes.filter(({ severity }) => severity === 'warning'), attention: false },
  ].filter(({ of }) => of.length > 0);
  return lists.map(({ title, of, attention }) => (
    <Section key={title} title={title} count={of.length} attention={attention}>
      <ul>
        {of.map((clash, at) => (
          <li key={at}>{say(clash)}</li>
        ))}
      </ul>
    </Section>
  ));
}

/** Speakers with an address to whom no letter has been written, and where that is done. */
function Uninvited({ edition }: Pick<CheckedProps, 'edition'>) {
  const { t } = useText();
  const asked = exposQueries.getLetterFigures.queryOptions({ input: { editionId: edition.id, whom: 'speakers' } });
  const count = useQuery(asked).data?.states.uninvited ?? 0;
  if (count === 0) return null;
  return (
    <p>
      {t('meetings.programme_uninvited', { count })}
      <Gap />
      <ButtonLink kind="text" to="/editions/$slug/setup/letters" params={{ slug: edition.slug }} search={{ whom: 'speakers' }}>
        {t('meetings.programme_write_to_speakers')}
      </ButtonLink>
    </p>
  );
}

function Release({ edition, draft, clashes, unanswered }: CheckedProps) {
  const { t } = useText();
  const say = useSay();
  const formats = useFormats();
  const naming = useNaming();
  const toast = useToast();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const hard = clashes.filter(({ severity }) => severity === 'hard');
  const [asking, setAsking] = useState(false);
  const release = useMutation({
    mutationFn: () => meetingsApi.releaseProgramme({ editionId: edition.id }),
    onError: told,
    onSuccess: ({ number }) => toast({ text: t('meetings.programme_released', { number }) }),
    onSettled: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: exposQueries.key() });
      await queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
    },
  });
  const { release: last, changed } = draft;
  return (
    <Section title={t('meetings.programme_release')}>
      <Note>
        {last === null
          ? t('meetings.programme_never_released')
          : t(changed ? 'meetings.programme_changed_since' : 'meetings.programme_as_released', {
              number: last.number,
              at: formats.dateTime(last.publishedAt, edition.timeZone),
            })}
      </Note>
      <p>{t(edition.publishedAt === null ? 'meetings.programme_seen_by_offices' : 'meetings.programme_seen_by_all')}</p>
      {changed && unanswered.length > 0 && (
        <p className="attention">
          {t('meetings.programme_unanswered', { count: unanswered.length, names: formats.list(unanswered.map(naming)) })}
        </p>
      )}
      {unanswered.length > 0 && <Uninvited edition={edition} />}
      <Buttons>
        {hard.length > 0 ? (
          <Refused heading={t('meetings.programme_not_yet')} reasons={hard.map((clash) => ({ text: say(clash) }))}>
            {t('meetings.programme_release')}
          </Refused>
        ) : (
          changed && (
            <Button kind="go" busy={release.isPending} onPress={() => setAsking(true)}>
              {t('meetings.programme_release')}
            </Button>
          )
        )}
      </Buttons>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('meetings.programme_release_question', { number: (last?.number ?? 0) + 1 })}
        confirmText={t('meetings.programme_release')}
        busy={release.isPending}
        onConfirm={() => release.mutate()}
      >
        <p>
          {draft.items.length === 0
            ? t('meetings.programme_release_empty')
            : t('meetings.programme_release_items', { count: draft.items.length })}
        </p>
        <p>{t(edition.publishedAt === null ? 'meetings.programme_seen_by_offices' : 'meetings.programme_seen_by_all')}</p>
      </Confirm>
      <Buttons after>
        <ButtonLink to="/editions/$slug/programme" params={{ slug: edition.slug }}>
          {t('meetings.programme_public_page')}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}
