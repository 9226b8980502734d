// When a company can meet, or an interpreter interpret: a cell a slot, each can, cannot or not said; a head fills its line.
import { useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Empty, Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section } from '#design/page.tsx';
import { zoneName } from '#kernel/zone-names.ts';
import { venueClock } from '../../domain/venue-time.ts';
import type { SaidTime } from '../../domain/own-side.ts';
import { exposApi, exposQueries } from '../client.ts';
import './company.css';

type Times = Awaited<ReturnType<(typeof exposApi)['getTimes']>>;
type Slot = Times['slots'][number];
/** Of the slots that were touched: what is said now. */
type Edits = ReadonlyMap<string, SaidTime | null>;
/** By the id of the slot: the meetings that the schedule in force holds in it, in words, and what else can be done about them. */
export type HeldInSlots = ReadonlyMap<string, { readonly words: string; readonly ways?: ReactNode }>;

export interface OwnIds {
  readonly editionId: string;
  readonly addresseeId: string;
}

interface HeldProps {
  readonly held: HeldInSlots;
  /** What has begun can no longer be said otherwise. */
  readonly now: number;
}

interface TimesSectionProps extends HeldProps {
  readonly ids: OwnIds;
  readonly whom: 'company' | 'interpreter';
}

/** When a company can meet, or an interpreter interpret. */
export function TimesSection(props: TimesSectionProps) {
  const { t } = useText();
  const formats = useFormats();
  const title = t(props.whom === 'company' ? 'expos.in_times' : 'expos.in_times_interpreting');
  const times = useRead(exposQueries.getTimes.queryOptions({ input: props.ids }));
  if (times === undefined) return <Skeleton lines={6} />;
  return (
    <Section title={title} id="times" aside={<Note>{t('design.venue_time', { zone: zoneName(times.timeZone, formats.language) })}</Note>}>
      {times.slots.length === 0 ? (
        <Empty heading={t('expos.in_no_slots')}>{t('expos.in_no_slots_text')}</Empty>
      ) : (
        <TimesForm {...props} title={title} times={times} />
      )}
    </Section>
  );
}

/** The next thing a cell says when it is pressed. */
const after = (says: SaidTime | null): SaidTime | null => (says === null ? 'can' : says === 'can' ? 'cannot' : null);

function TimesForm({ ids, title, times, held, now, whom }: TimesSectionProps & { readonly title: string; readonly times: Times }) {
  const { t } = useText();
  const [edits, setEdits] = useState<Edits>(new Map());
  const { keep, ...action } = useKeeping(exposQueries.key());
  const saysNow = ({ id, says }: Slot): SaidTime | null => (edits.has(id) ? (edits.get(id) ?? null) : says);
  const isAhead = ({ startsAt }: Slot): boolean => Date.parse(startsAt) > now;
  const say = (slots: readonly Slot[], says: SaidTime | null) =>
    setEdits(new Map([...edits, ...slots.filter(isAhead).map(({ id }) => [id, says] as const)]));
  /** A line that says one thing goes on to the next, any other says that it can. */
  const sayAll = (slots: readonly Slot[]) => {
    const [first, ...others] = new Set(slots.filter(isAhead).map(saysNow));
    say(slots, others.length === 0 && first !== undefined ? after(first) : 'can');
  };
  const sent = times.slots.flatMap((slot) => {
    const says = saysNow(slot);
    return says === null ? [] : [{ slotId: slot.id, says }];
  });
  const changed = times.slots.filter((slot) => saysNow(slot) !== slot.says).length;
  const save = () =>
    void keep(() => exposApi.sayTimes({ ...ids, said: sent }, { context: { ifMatch: times.version } }), {
      said: t('expos.in_times_saved'),
      after: () => setEdits(new Map()),
    });
  // Where a meeting stands, and at a time that has begun, nothing more can be placed.
  const unsaid = times.slots.filter((slot) => isAhead(slot) && saysNow(slot) === null && !held.has(slot.id)).length;
  /** Meetings that stand at times for which they are not to be had, saved or not yet. */
  const against = times.slots.filter((slot) => isAhead(slot) && held.has(slot.id) && saysNow(slot) === 'cannot');
  return (
    <KeepTyped isChanged={changed > 0}>
      <Note>{t('expos.in_times_hint')}</Note>
      <TimesTable {...{ title, times, saysNow, held, isAhead }} onPress={(slot) => say([slot], after(saysNow(slot)))} onLine={sayAll} />
      {unsaid > 0 && <p className="note">{t('expos.in_unsaid_free', { count: unsaid })}</p>}
      {against.length > 0 && <StillMeets {...{ against, held, whom, zone: times.timeZone }} onCan={(slots) => say(slots, 'can')} />}
      <TroubleNotice trouble={action.trouble} />
      <Buttons>
        <Button kind="go" busy={action.busy} onPress={save}>
          {changed === 0 ? t('expos.in_times_as_is') : t('expos.in_times_save', { count: changed })}
        </Button>
        <Button kind="text" onPress={() => sayAll(times.slots)}>
          {t('expos.in_times_all')}
        </Button>
        {changed > 0 && (
          <Button kind="text" onPress={() => setEdits(new Map())}>
            {t('expos.discard')}
          </Button>
        )}
      </Buttons>
    </KeepTyped>
  );
}

interface StillMeetsProps extends Pick<HeldProps, 'held'> {
  readonly against: readonly Slot[];
  readonly zone: string;
  readonly whom: 'company' | 'interpreter';
  readonly onCan: (slots: readonly Slot[]) => void;
}

/** Saying that one cannot takes no meeting away, before it is saved and afterwards: which stand, what can be done about each, and who sees it. */
function StillMeets({ against, held, zone, whom, onCan }: StillMeetsProps) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <Notice
      live
      heading={t('expos.in_still_meets', { count: against.length })}
      actions={
        against.length > 1 && <Button onPress={() => onCan(against)}>{t('expos.in_can_after_all_these', { count: against.length })}</Button>
      }
    >
      {t(`expos.in_still_meets_${whom}`)}
      <ul className="stillmeets">
        {against.map((slot) => {
          const at = formats.dateTime(slot.startsAt, zone, 'short');
          return (
            <li key={slot.id}>
              {at} · {held.get(slot.id)?.words}
              <Buttons>
                <TextAction aria-label={`${t('expos.in_can_after_all')} ${at}`} onPress={() => onCan([slot])}>
                  {t('expos.in_can_after_all')}
                </TextAction>
                {held.get(slot.id)?.ways}
              </Buttons>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

interface TableProps extends Pick<HeldProps, 'held'> {
  readonly title: string;
  readonly times: Times;
  readonly isAhead: (slot: Slot) => boolean;
  readonly saysNow: (slot: Slot) => SaidTime | null;
  readonly onPress: (slot: Slot) => void;
  readonly onLine: (slots: readonly Slot[]) => void;
}

function TimesTable({ title, times, held, isAhead, saysNow, onPress, onLine }: TableProps) {
  const { t } = useText();
  const formats = useFormats();
  const placed = times.slots.map((slot) => ({ slot, ...venueClock(times.timeZone, Date.parse(slot.startsAt)) }));
  const [days, hours] = [[...new Set(placed.map(({ date }) => date))], [...new Set(placed.map(({ time }) => time))].sort()];
  const slotsOf = (which: (one: (typeof placed)[number]) => boolean): readonly Slot[] => placed.filter(which).map(({ slot }) => slot);
  const cell = (slot: Slot, day: string, hour: string) => {
    const says = saysNow(slot);
    const words = t(`expos.in_says_${says ?? 'nothing'}`);
    const meets = held.get(slot.id)?.words;
    const named = [
      formats.day(day, 'table'),
      hour,
      words,
      slot.away ? t('expos.in_away') : '',
      isAhead(slot) ? '' : t('expos.in_over'),
      meets ?? '',
    ].filter((part) => part !== '');
    return (
      <button
        type="button"
        className={isAhead(slot) ? (says ?? undefined) : 'over'}
        disabled={!isAhead(slot)}
        aria-label={named.join(' ')}
        onClick={() => onPress(slot)}
      >
        {says === 'can' ? '✓' : says === 'cannot' ? '–' : slot.away ? '×' : ''}
        {meets !== undefined && <sup>●</sup>}
      </button>
    );
  };
  return (
    <>
      <table className="timegrid">
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            <td />
            {days.map((day) => (
              <th key={day} scope="col">
                <button
                  type="button"
                  disabled={!slotsOf(({ date }) => date === day).some(isAhead)}
                  onClick={() => onLine(slotsOf(({ date }) => date === day))}
                >
                  {formats.day(day, 'table')}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row">
                <button
                  type="button"
                  disabled={!slotsOf(({ time }) => time === hour).some(isAhead)}
                  onClick={() => onLine(slotsOf(({ time }) => time === hour))}
                >
                  {hour}
                </button>
              </th>
              {days.map((day) => {
                const [slot] = slotsOf(({ date, time }) => date === day && time === hour);
                return <td key={day}>{slot === undefined ? null : cell(slot, day, hour)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="timekey note">
        <span>✓ {t('expos.in_says_can')}</span>
        <span>– {t('expos.in_says_cannot')}</span>
        <span>{t('expos.in_key_nothing')}</span>
        {!times.slots.every(isAhead) && (
          <span>
            <i className="over" aria-hidden="true" /> {t('expos.in_over')}
          </span>
        )}
        {times.slots.some(({ away }) => away) && <span>× {t('expos.in_away')}</span>}
        {times.slots.some(({ id }) => held.has(id)) && <span>● {t('expos.in_key_meets')}</span>}
      </p>
    </>
  );
}
