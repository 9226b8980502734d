// Putting the schedule right on the day: what has changed, what would move, and agreeing to it.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { usePhone } from '#design/media.ts';
import { Notice } from '#design/notices/notice.tsx';
import { Columns, Gap, Note, Section } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition, Grid } from '../edition/answers.ts';
import { useName } from '../edition/names.tsx';
import { useTroubleWords } from '../edition/trouble.ts';
import { CHANGE_TOLD, useTakeBack } from '../release/undo.tsx';
import { RepairForm } from './form.tsx';
import { saidOf, type DayChange, type DayWords, type RepairPreview } from './lines.ts';
import { PreviewLists, PreviewWords } from './preview.tsx';

interface RepairPanelProps {
  readonly edition: Edition;
  /** The schedule of all days. */
  readonly grid: Grid;
  /** What is known to have changed when it opens; null where somebody still has to say it. */
  readonly first: DayChange | null;
  readonly onClose: () => void;
}

const PREVIEW = 'repair-preview';

export function RepairPanel({ edition, grid, first, onClose }: RepairPanelProps) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const [changes, setChanges] = useState<readonly DayChange[]>(first === null ? [] : [first]);
  const open = useQuery({ ...meetingsQueries.listOpenMeetings.queryOptions({ input: { editionId: edition.id } }), throwOnError: true });
  const entries = open.data?.entries;
  const listed = useQuery(exposQueries.listInterpreters.queryOptions({ input: { editionId: edition.id, limit: 200 } })).data?.entries;
  const interpreters = useMemo(
    () => (listed ?? []).filter(({ unavailable, saidAway }) => unavailable.length + saidAway.length > 0),
    [listed],
  );
  const words = useMemo(
    (): DayWords => ({ grid, open: entries ?? [], interpreters, formats, t, name }),
    [grid, entries, interpreters, formats, t, name],
  );
  const box = useRef<HTMLDivElement>(null);
  const phone = usePhone();
  useEffect(() => {
    if (first === null) box.current?.querySelector('select')?.focus();
    else box.current?.scrollIntoView({ block: 'start' });
  }, [first]);
  useEffect(() => {
    // On a phone the answer stands below the fold.
    if (phone && changes.length > 0) document.getElementById(PREVIEW)?.scrollIntoView({ block: 'start' });
  }, [phone, changes]);
  return (
    <div ref={box} className="after">
      <Columns>
        <Section title={t('meetings.repair_title')} span={5}>
          <Note>{t('meetings.repair_note')}</Note>
          <RepairForm words={words} more={changes.length > 0} onAdd={(change) => setChanges([...changes, change])} />
          {changes.length > 0 && (
            <ChangeList words={words} changes={changes} onDrop={(at) => setChanges(changes.filter((_, i) => i !== at))} />
          )}
          <Buttons>
            <Button kind="text" onPress={onClose}>
              {t('design.close')}
            </Button>
          </Buttons>
        </Section>
        <Section id={PREVIEW} title={t('meetings.repair_preview')} span={7}>
          {changes.length === 0 ? (
            <p className="muted">{t('meetings.repair_preview_none')}</p>
          ) : (
            <Preview edition={edition} changes={changes} onDone={onClose} />
          )}
        </Section>
      </Columns>
    </div>
  );
}

interface ChangeListProps {
  readonly words: DayWords;
  readonly changes: readonly DayChange[];
  readonly onDrop: (at: number) => void;
}

function ChangeList({ words, changes, onDrop }: ChangeListProps) {
  const { t } = useText();
  return (
    <ul className="after" aria-label={t('meetings.repair_list')}>
      {changes.map((change, at) => {
        const said = saidOf(words, change);
        return (
          <li key={JSON.stringify(change)}>
            {said}{' '}
            <TextAction aria-label={t('meetings.action_on', { action: t('meetings.repair_drop'), pair: said })} onPress={() => onDrop(at)}>
              {t('meetings.repair_drop')}
            </TextAction>
          </li>
        );
      })}
    </ul>
  );
}

interface PreviewProps {
  readonly edition: Edition;
  readonly changes: readonly DayChange[];
  readonly onDone: () => void;
}

/** What the changes would do, and the one press that does it. */
export function Preview({ edition, changes, onDone }: PreviewProps) {
  const { t } = useText();
  const wordsFor = useTroubleWords();
  const asked = useQuery({
    queryKey: [...meetingsQueries.previewRepair.key(), edition.id, changes],
    queryFn: () => meetingsApi.previewRepair({ editionId: edition.id, changes: [...changes] }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (asked.error !== null)
    return (
      <Notice kind="refused" live heading={t('meetings.repair_refused')}>
        {wordsFor(asked.error)}
      </Notice>
    );
  if (asked.data === undefined) return <Skeleton lines={6} />;
  return (
    <div aria-busy={asked.isFetching || undefined}>
      <PreviewWords preview={asked.data} />
      <Agree
        {...{ edition, changes, onDone }}
        preview={asked.data}
        ready={!asked.isPlaceholderData && !asked.isFetching}
        onLookAgain={() => void asked.refetch()}
      />
      <PreviewLists edition={edition} preview={asked.data} />
    </div>
  );
}

interface AgreeProps extends PreviewProps {
  readonly preview: RepairPreview;
  /** What is shown is what would happen now: nobody agrees to what is still being looked up. */
  readonly ready: boolean;
  readonly onLookAgain: () => void;
}

/** The one button, and what it does; where something else would happen by now, the way to see it. */
function Agree({ edition, changes, preview, ready, onDone, onLookAgain }: AgreeProps) {
  const { t } = useText();
  const toast = useToast();
  const wordsFor = useTroubleWords();
  const takeBack = useTakeBack(edition.id);
  const queryClient = useQueryClient();
  const accept = useMutation({
    mutationFn: () => meetingsApi.repairSchedule({ editionId: edition.id, changes: [...changes], digest: preview.digest }),
    onSuccess: async ({ release }) => {
      if (release === null) toast({ text: t('meetings.repair_noted') });
      else {
        const { number } = release;
        toast({ key: CHANGE_TOLD, text: t('meetings.repair_done', { count: release.changed, number }), undo: () => takeBack(number) });
      }
      onDone();
      await queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
    },
  });
  const { agendas, told, mails } = preview;
  // Nobody is said to be notified whom nothing reaches.
  const label =
    agendas === 0
      ? t('meetings.repair_note_it')
      : told === 0
        ? t('meetings.repair_accept_silent')
        : t('meetings.repair_accept', { count: told });
  const again = () => {
    accept.reset();
    onLookAgain();
  };
  return (
    <>
      {accept.error !== null && (
        <Notice
          kind="refused"
          live
          heading={t('meetings.repair_refused')}
          actions={<TextAction onPress={again}>{t('meetings.repair_look_again')}</TextAction>}
        >
          {wordsFor(accept.error)}
        </Notice>
      )}
      {agendas > 0 && (
        <Note>
          {told === 0 ? t('meetings.repair_accept_unread') : t('meetings.repair_accept_note', { count: mails })}
          <Gap />
          {told > 0 && told < agendas && t('meetings.repair_accept_rest', { count: agendas - told })}
        </Note>
      )}
      <Buttons>
        <Button kind="go" busy={accept.isPending || !ready} onPress={() => ready && accept.mutate()}>
          {label}
        </Button>
      </Buttons>
    </>
  );
}
