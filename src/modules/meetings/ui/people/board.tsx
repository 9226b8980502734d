// Participants' days to work in: find, filter, the banner of what is chosen, and the grid or, on a phone, the list.
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import { Key } from '#design/marks.tsx';
import { usePhone } from '#design/media.ts';
import { Notice } from '#design/notices/notice.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import type { Grid, GridCell } from '../edition/answers.ts';
import { useName } from '../edition/names.tsx';
import { useBoard } from '../plan/board.tsx';
import { whereOf, type CellWords, type Spot } from '../plan/board-lines.ts';
import { PeopleGrid, type PersonSpot } from './grid.tsx';
import { chosenLines, counterpartOf, peopleFilters, personLines, type PeopleFilter, type PersonLine } from './lines.ts';
import { PeopleList } from './people-list.tsx';

export interface PeopleBoardProps {
  readonly grid: Grid;
  /** Choices that stand before find and filter: the view, the day. */
  readonly choices: ReactNode;
  /** Where a meeting went that was moved, and how many were: the focus follows. */
  readonly movedTo: Spot | null;
  readonly moves: number;
  /** Enter on a meeting, and a press on the phone. */
  readonly onOpen: (cell: GridCell) => void;
  readonly actionOf: (key: string) => ((cell: GridCell) => void) | undefined;
  readonly pins?: boolean;
  /** Who is looked at, by id; null: everybody. */
  readonly fits?: ReadonlySet<string> | null;
  readonly banner: (meetings: readonly GridCell[]) => ReactNode;
  /** Somebody's whole day, with what else there is to know. */
  readonly dayOf: (line: PersonLine, onClose: () => void) => ReactNode;
}

/** Whom somebody meets: E07 Cypress Water. */
export function whomOf({ grid, name }: CellWords, line: PersonLine, cell: GridCell): string {
  const other = grid.participants[counterpartOf(cell, line.at)];
  return other === undefined ? '?' : `${other.code} ${name(other.name)}`;
}

/** Table 6, or the stand. */
export function placeOf({ grid, t }: CellWords, { place }: GridCell): string {
  const found = grid.places[place];
  return found === undefined ? '?' : t(found.kind === 'table' ? 'meetings.table_code' : 'meetings.stand_code', { code: found.code });
}

export function PeopleBoard(props: PeopleBoardProps) {
  const { grid, choices, movedTo, moves, onOpen, actionOf, pins = false, fits = null, banner, dayOf } = props;
  const { t } = useText();
  const phone = usePhone();
  const { words } = useBoard(grid);
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<PeopleFilter>('everybody');
  const lines = useMemo(() => personLines(grid), [grid]);
  const shown = useMemo(
    () => chosenLines(lines, filter, typed).filter(({ participant }) => fits === null || fits.has(participant.id)),
    [lines, filter, typed, fits],
  );
  const [chosen, setChosen] = useState<PersonSpot | null>(null);
  const [opened, setOpened] = useState<PersonLine | null>(null);
  const arrivals = useArrivals(grid, movedTo, moves, setChosen);
  const said = usePeopleWords(words);
  const cellsAt = ({ who, slot }: PersonSpot): readonly GridCell[] => {
    const at = slot === null ? undefined : lines[who]?.slots[slot];
    return at?.kind === 'meets' ? at.meetings : [];
  };
  const open = (spot: PersonSpot) => {
    const [cell] = cellsAt(spot);
    if (cell !== undefined) onOpen(cell);
    else if (spot.slot === null) setOpened(lines[spot.who] ?? null);
  };
  return (
    <>
      <div className="filters">
        {choices}
        <SelectField
          name="people-show"
          label={t('meetings.people_show')}
          value={filter}
          onChange={setFilter}
          options={peopleFilters.map((one) => ({ value: one, text: t(`meetings.people_${one}`) }))}
        />
        <SearchField name="people-find" label={t('meetings.search_participant')} value={typed} onSearch={setTyped} />
      </div>
      <p className="note" role="status">
        {t('meetings.n_of', { n: words.formats.number(shown.length), total: words.formats.number(lines.length) })}
      </p>
      {!phone && <PeopleKey pins={pins} />}
      {!phone && (
        <div aria-live="polite">
          {chosen === null || cellsAt(chosen).length === 0 ? (
            <NoMeeting chosen={chosen} lines={lines} say={said.say} />
          ) : (
            banner(cellsAt(chosen))
          )}
        </div>
      )}
      {shown.length === 0 && <p className="muted">{t('meetings.people_none')}</p>}
      {shown.length > 0 && phone && (
        <PeopleList
          lines={shown}
          timeOf={said.timeOf}
          nameOf={said.nameOf}
          whom={(line, cell) => whomOf(words, line, cell)}
          placeOf={(cell) => placeOf(words, cell)}
          onOpen={onOpen}
          onDay={setOpened}
        />
      )}
      {shown.length > 0 && !phone && (
        <PeopleGrid
          {...{ grid, chosen, arrivals }}
          lines={shown}
          heads={said.heads}
          nameOf={said.nameOf}
          say={said.say}
          onChoose={setChosen}
          onOpen={open}
          onKey={(key, spot) => {
            const [cell] = cellsAt(spot);
            const act = actionOf(key);
            if (cell === undefined || act === undefined) return false;
            act(cell);
            return true;
          }}
        />
      )}
      {opened !== null && dayOf(lines[opened.at] ?? opened, () => setOpened(null))}
    </>
  );
}

/** After a move the chosen spot goes to where the meeting is now; counts such arrivals. */
function useArrivals(
  grid: Grid,
  movedTo: Spot | null,
  moves: number,
  setChosen: (change: (was: PersonSpot | null) => PersonSpot | null) => void,
): number {
  const [arrived, setArrived] = useState({ moves, count: 0 });
  useEffect(() => {
    if (arrived.moves === moves) return;
    const slot = grid.slots.findIndex(({ id }) => id === movedTo?.time);
    setChosen((was) => (was === null || slot < 0 ? was : { ...was, slot }));
    setArrived(({ count }) => ({ moves, count: count + 1 }));
  }, [arrived.moves, moves, movedTo, grid, setChosen]);
  return arrived.count;
}

/** What the grid says of names, times and cells, kept while nothing changes so that no row is drawn in vain. */
function usePeopleWords(words: CellWords) {
  const show = useName();
  return useMemo(() => {
    const { grid, formats, t } = words;
    const zone = grid.edition.timeZone;
    const dayAt = (at: number): string => formats.date(grid.slots[at]?.startsAt ?? 0, zone, 'short');
    const several = new Set(grid.slots.map((_, at) => dayAt(at))).size > 1;
    const clock = (at: number): string => formats.time(grid.slots[at]?.startsAt ?? 0, zone);
    const heads = grid.slots.map(({ id }, at) => ({
      key: id,
      time: clock(at),
      day: several && (at === 0 || dayAt(at) !== dayAt(at - 1)) ? dayAt(at) : null,
    }));
    const timeOf = (at: number): string => (several ? `${dayAt(at)} ${clock(at)}` : clock(at));
    const nameOf = ({ participant }: PersonLine): string => show(participant.name);
    const say = (line: PersonLine, at: number): string => {
      const slot = line.slots[at];
      if (slot === undefined) return '';
      if (slot.kind === 'meets')
        return slot.meetings
          .map((cell) => t('meetings.cell_said', { where: whereOf(words, cell), who: whomOf(words, line, cell) }))
          .join('; ');
      const who = `${line.participant.code} ${nameOf(line)}`;
      return t('meetings.people_at', { who, time: timeOf(at), what: t(`meetings.people_is_${slot.kind}`) });
    };
    return { heads, timeOf, nameOf, say };
  }, [words, show]);
}

interface NoMeetingProps {
  readonly chosen: PersonSpot | null;
  readonly lines: readonly PersonLine[];
  readonly say: (line: PersonLine, slot: number) => string;
}

function NoMeeting({ chosen, lines, say }: NoMeetingProps) {
  const { t } = useText();
  const line = chosen === null ? undefined : lines[chosen.who];
  const slot = chosen?.slot ?? null;
  return <Notice kind="plain">{line === undefined || slot === null ? t('meetings.people_choose') : say(line, slot)}</Notice>;
}

function PeopleKey({ pins }: { readonly pins: boolean }) {
  const { t } = useText();
  const sample = 'B12';
  return (
    <Key
      entries={[
        { look: 'plain', sample, text: t('meetings.people_key_meeting') },
        ...(pins ? [{ look: 'pin' as const, sample, text: t('design.pinned') }] : []),
        { look: 'hard', sample, text: t('design.hard_conflict') },
        { look: 'soft', sample, text: t('design.soft_conflict') },
        { look: 'idle', sample: '⋯', text: t('meetings.people_is_idle') },
        { look: 'shut', sample: '–', text: t('meetings.people_is_away') },
      ]}
    />
  );
}
