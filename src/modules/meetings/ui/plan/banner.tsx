// What is chosen in the grid, in words, with what can be done to it.
import { Fragment } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { Notice } from '#design/notices/notice.tsx';
import type { GridCell } from '../edition/answers.ts';
import { useSay } from '../edition/names.tsx';
import { OWN, codesOf, whereOf, whoOf, type CellWords, type Spot } from './board-lines.ts';

export interface DraftBannerProps {
  readonly meetings: readonly GridCell[];
  readonly words: CellWords;
  readonly chosen: Spot | null;
  readonly editable: boolean;
  readonly onMove: (cell: GridCell) => void;
  readonly onPin: (cell: GridCell) => void;
  readonly onExchange: (cell: GridCell) => void;
  readonly onTakeOut: (cell: GridCell) => void;
  readonly onOpen: (cell: GridCell) => void;
}

export function DraftBanner({ meetings, words, chosen, editable, ...act }: DraftBannerProps) {
  const { t } = words;
  if (meetings.length === 0) return <EmptyBanner {...{ words, chosen }} />;
  return meetings.map((cell) => (
    <Notice
      key={cell.meetingId}
      actions={<BannerActions {...{ cell, words, editable }} {...act} />}
      heading={t('meetings.banner_where', { where: whereOf(words, cell), who: whoOf(words, cell) })}
    >
      <CellSentences cell={cell} words={words} />
    </Notice>
  ));
}

/** Names the time and table of a cell in which nothing stands; asks for one where none is chosen, or one of another day. */
export function EmptyBanner({ words, chosen }: Pick<DraftBannerProps, 'words' | 'chosen'>) {
  const { grid, t, formats } = words;
  const slot = grid.slots.find(({ id }) => id === chosen?.time);
  const place = grid.places.find(({ id }) => id === chosen?.table);
  if (chosen === null || slot === undefined) return <Notice kind="plain">{t('meetings.choose_cell')}</Notice>;
  const time = formats.time(slot.startsAt, grid.edition.timeZone);
  const isStands = chosen.table === OWN || place === undefined;
  return (
    <Notice kind="plain">
      {isStands
        ? t('meetings.free_stands', { time })
        : t('meetings.free_at', { where: t('meetings.at_table', { time, table: place.code }) })}
    </Notice>
  );
}

/** Pin, interpreter, and what speaks against it. */
export function CellSentences({ cell, words }: { readonly cell: GridCell; readonly words: CellWords }) {
  const { t } = useText();
  const say = useSay();
  const interpreter = cell.interpreter === null ? undefined : words.grid.interpreters[cell.interpreter];
  const sentences = [
    ...(cell.metAt === undefined
      ? []
      : [t('meetings.was_met_in_queue', { time: words.formats.time(cell.metAt, words.grid.edition.timeZone) })]),
    ...(cell.pinned ? [t('meetings.is_pinned')] : []),
    ...(interpreter === undefined ? [] : [t('meetings.with_interpreter', { name: interpreter.name })]),
    ...cell.reasons.map(say),
  ];
  return sentences.map((sentence, at) => <Fragment key={at}>{at === 0 ? sentence : ` ${sentence}`}</Fragment>);
}

type BannerActionsProps = Pick<DraftBannerProps, 'words' | 'editable' | 'onMove' | 'onPin' | 'onExchange' | 'onTakeOut' | 'onOpen'> & {
  readonly cell: GridCell;
};

function BannerActions({ cell, words, editable, onMove, onPin, onExchange, onTakeOut, onOpen }: BannerActionsProps) {
  const { t } = useText();
  const pair = codesOf(words.grid, cell);
  return (
    <>
      {editable && (
        <>
          <TextAction aria-label={t('meetings.move_pair', { pair })} onPress={() => onMove(cell)}>
            {t('meetings.move')}
          </TextAction>
          <TextAction aria-label={t(cell.pinned ? 'meetings.unpin_pair' : 'meetings.pin_pair', { pair })} onPress={() => onPin(cell)}>
            {t(cell.pinned ? 'meetings.unpin' : 'meetings.pin')}
          </TextAction>
          <TextAction aria-label={t('meetings.action_on', { action: t('meetings.exchange_short'), pair })} onPress={() => onExchange(cell)}>
            {t('meetings.exchange_short')}
          </TextAction>
          <TextAction aria-label={t('meetings.action_on', { action: t('meetings.take_out'), pair })} onPress={() => onTakeOut(cell)}>
            {t('meetings.take_out')}
          </TextAction>
        </>
      )}
      <TextAction aria-label={t('meetings.open_pair', { pair })} onPress={() => onOpen(cell)}>
        {t('meetings.open')}
      </TextAction>
    </>
  );
}
