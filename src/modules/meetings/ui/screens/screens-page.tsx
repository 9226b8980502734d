// /editions/$slug/wall: screens in the halls. What anybody in the hall will read is said before a link is made.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Confirm, Dialog } from '#design/notices/dialog.tsx';
import { Empty, Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Sentence } from '#design/page.tsx';
import { QrCode } from '#design/qr-code.tsx';
import { useHallWords } from '#modules/expos/ui/places/hall-words.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { askEvery } from '../queue/tell.ts';

type Screens = Awaited<ReturnType<typeof meetingsApi.listScreens>>;
type Screen = Screens['entries'][number];
type Settings = Pick<Screen, 'name' | 'shows' | 'names' | 'hall' | 'theme'>;
type Made = Awaited<ReturnType<typeof meetingsApi.createScreen>>;

export function ScreensPage() {
  const { t } = useText();
  return <EventPage title={t('meetings.screens_title')}>{(edition) => <OwnScreens edition={edition} />}</EventPage>;
}

function OwnScreens({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const [open, setOpen] = useState<'new' | Screen | null>(null);
  const [made, setMade] = useState<(Made & Pick<Screen, 'name'>) | null>(null);
  const asked = meetingsQueries.listScreens.queryOptions({ input: { editionId: edition.id } });
  useQuery({ ...asked, refetchInterval: 10 * askEvery });
  const data = useRead(asked);
  if (data === undefined) return <Skeleton lines={6} />;
  const showing = data.entries.filter(({ state }) => state === 'showing').length;
  const make = (
    <Button kind="go" onPress={() => setOpen('new')}>
      {t('meetings.screen_make')}
    </Button>
  );
  return (
    <>
      {data.entries.length === 0 ? (
        <Empty heading={t('meetings.screens_none')} actions={edition.mayEdit ? make : undefined}>
          {t('meetings.screens_none_text')}
        </Empty>
      ) : (
        <>
          <Sentence>{t('meetings.screens_lead', { count: data.entries.length, showing })}</Sentence>
          <ScreenList edition={edition} screens={data} onChange={setOpen} />
          {edition.mayEdit && <Buttons after>{make}</Buttons>}
        </>
      )}
      <Note>{t('meetings.screens_note')}</Note>
      {open !== null && (
        <ScreenForm
          edition={edition}
          halls={data.halls}
          screen={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onMade={setMade}
        />
      )}
      {made !== null && <MadeDialog made={made} zone={edition.timeZone} onClose={() => setMade(null)} />}
    </>
  );
}

interface ScreenListProps {
  readonly edition: Edition;
  readonly screens: Screens;
  readonly onChange: (screen: Screen) => void;
}

function ScreenList({ edition, screens, onChange }: ScreenListProps) {
  const { t } = useText();
  const formats = useFormats();
  const hallWords = useHallWords();
  const [ending, setEnding] = useState<Screen | null>(null);
  const { keep, ...action } = useKeeping(meetingsQueries.listScreens.key());
  const columns: readonly Column<Screen>[] = [
    { key: 'name', head: t('meetings.screen_where'), naming: true, cell: ({ name }) => name },
    {
      key: 'shows',
      head: t('meetings.screen_what'),
      cell: ({ shows, names, hall }) => (
        <>
          {t(shows === 'calls' ? 'meetings.screen_calls' : `meetings.screen_schedule_${names}`)}
          <small>{hall === '' ? t('meetings.screen_all_halls') : hallWords(hall)}</small>
        </>
      ),
    },
    {
      key: 'state',
      head: t('meetings.screen_state'),
      cell: ({ state, seenAt }) => (
        <>
          <span className={state === 'silent' ? 'attention' : undefined}>{t(`meetings.screen_${state}`)}</span>
          {seenAt !== null && state !== 'showing' && (
            <small>{t('meetings.screen_seen', { time: formats.dateTime(seenAt, edition.timeZone, 'short') })}</small>
          )}
        </>
      ),
    },
    {
      key: 'until',
      head: t('meetings.screen_until'),
      cell: ({ expiresAt }) => formats.dateTime(expiresAt, edition.timeZone, 'short'),
    },
    {
      key: 'act',
      head: t('meetings.screen_acts'),
      silent: true,
      end: true,
      cell: (screen) =>
        edition.mayEdit && (
          <Buttons>
            <TextAction aria-label={`${t('meetings.screen_change')} ${screen.name}`} onPress={() => onChange(screen)}>
              {t('meetings.screen_change')}
            </TextAction>
            <TextAction aria-label={`${t('meetings.screen_end')} ${screen.name}`} onPress={() => setEnding(screen)}>
              {t('meetings.screen_end')}
            </TextAction>
          </Buttons>
        ),
    },
  ];
  const end = (screen: Screen) =>
    void keep(() => meetingsApi.endScreen({ editionId: edition.id, screenId: screen.id }), {
      said: t('meetings.screen_has_ended', { name: screen.name }),
      after: () => setEnding(null),
    });
  return (
    <Section title={t('meetings.screens_list')}>
      <DataTable caption={t('meetings.screens_list')} rows={screens.entries} rowKey={({ id }) => id} columns={columns} />
      {ending !== null && (
        <Confirm
          open
          onClose={() => setEnding(null)}
          title={t('meetings.screen_end_title', { name: ending.name })}
          confirmText={t('meetings.screen_end')}
          busy={action.busy}
          onConfirm={() => end(ending)}
        >
          <p>{t('meetings.screen_end_text')}</p>
          <TroubleNotice trouble={action.trouble} />
        </Confirm>
      )}
    </Section>
  );
}

interface ScreenFormProps {
  readonly edition: Edition;
  readonly halls: readonly string[];
  /** The one to change; null: a new one. */
  readonly screen: Screen | null;
  readonly onClose: () => void;
  readonly onMade: (made: Made & Pick<Screen, 'name'>) => void;
}

function ScreenForm({ edition, halls, screen, onClose, onMade }: ScreenFormProps) {
  const { t } = useText();
  const hallWords = useHallWords();
  const [draft, setDraft] = useState<Settings>(screen ?? { name: '', shows: 'schedule', names: 'numbers', hall: '', theme: 'dark' });
  const { keep, ...action } = useKeeping(meetingsQueries.listScreens.key());
  const { name, shows, names, hall, theme } = draft;
  const set = (change: Partial<Settings>) => setDraft({ ...draft, ...change });
  const sent = { editionId: edition.id, name, shows, names, hall, theme };
  const submit = () =>
    void (screen === null
      ? keep((context) => meetingsApi.createScreen(sent, { context }), {
          after: (made) => {
            onClose();
            onMade({ ...made, name });
          },
        })
      : keep(() => meetingsApi.setScreen({ ...sent, screenId: screen.id }), {
          said: t('meetings.screen_set', { name }),
          after: onClose,
        }));
  const preview = new URLSearchParams({ shows, names, theme, ...(hall === '' ? {} : { hall }) });
  return (
    <FormDialog
      title={screen === null ? t('meetings.screen_make') : t('meetings.screen_change_title', { name: screen.name })}
      submit={t(screen === null ? 'meetings.screen_make' : 'meetings.screen_save')}
      action={action}
      onSubmit={submit}
      onClose={onClose}
      keepTyped
      also={
        <a href={`/editions/${edition.slug}/wall?${preview.toString()}`} target="_blank" rel="noreferrer">
          {t('meetings.screen_preview')}
        </a>
      }
    >
      <TextField
        name="name"
        label={t('meetings.screen_where')}
        hint={t('meetings.screen_where_hint')}
        value={name}
        onChange={(value) => set({ name: value })}
      />
      <ChoiceField
        name="shows"
        label={t('meetings.screen_what')}
        options={(['schedule', 'calls'] as const).map((value) => ({ value, text: t(`meetings.screen_shows_${value}`) }))}
        value={shows}
        onChange={(value) => set({ shows: value })}
      />
      {shows === 'schedule' && (
        <ChoiceField
          name="names"
          label={t('meetings.screen_names')}
          options={(['numbers', 'companies'] as const).map((value) => ({ value, text: t(`meetings.screen_names_${value}`) }))}
          value={names}
          onChange={(value) => set({ names: value })}
        />
      )}
      {halls.length > 0 && (
        <SelectField
          name="hall"
          label={t('meetings.screen_hall')}
          options={[{ value: '', text: t('meetings.screen_all_halls') }, ...halls.map((value) => ({ value, text: hallWords(value) }))]}
          value={hall}
          onChange={(value) => set({ hall: value })}
        />
      )}
      <ChoiceField
        name="theme"
        label={t('meetings.screen_theme')}
        options={(['dark', 'light'] as const).map((value) => ({ value, text: t(`meetings.screen_theme_${value}`) }))}
        value={theme}
        onChange={(value) => set({ theme: value })}
      />
      <Notice kind="plain" heading={t('meetings.screen_reads')}>
        {t(shows === 'calls' ? 'meetings.screen_reads_calls' : `meetings.screen_reads_${names}`)}
      </Notice>
    </FormDialog>
  );
}

interface MadeDialogProps {
  readonly made: Made & Pick<Screen, 'name'>;
  readonly zone: string;
  readonly onClose: () => void;
}

/** The address, told once. */
function MadeDialog({ made: { name, address, until }, zone, onClose }: MadeDialogProps) {
  const { t } = useText();
  const formats = useFormats();
  const [copied, setCopied] = useState(false);
  return (
    <Dialog open onClose={onClose} title={t('meetings.screen_made', { name })}>
      <p>{t('meetings.screen_made_text')}</p>
      <div className="paperlink">
        <QrCode text={address} label={t('meetings.screen_made', { name })} />
        <p>
          <code>{address}</code>
        </p>
        <p className="note">{t('meetings.screen_made_until', { time: formats.dateTime(until, zone) })}</p>
      </div>
      <Buttons>
        <Button kind="go" onPress={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {t(copied ? 'meetings.screen_copied' : 'meetings.screen_copy')}
        </Button>
        <Button kind="text" onPress={onClose}>
          {t('design.close')}
        </Button>
      </Buttons>
    </Dialog>
  );
}
