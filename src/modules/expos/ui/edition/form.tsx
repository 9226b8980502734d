// The facts of an edition, for a new one and for a change.
import { isUnprintable } from '#kernel/paper/unprintable.ts';
import type { Interval } from '#kernel/intervals.ts';
import type { Problem } from '#kernel/result.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, TextField } from '#design/fields/field.tsx';
import type { FieldProblem } from '#design/fields/form.tsx';
import { filledAddress, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { ZoneField } from '#modules/cities/ui/search/zone-field.tsx';
import { dayProblems, straySlotProblems } from '../../domain/edition.ts';
import { dayAfter, daysFrom } from '../../domain/moved-days.ts';
import type { Edition } from '../../contract/edition.ts';
import { ExpoField } from './expo-field.tsx';

/** As typed: blank where not entered. */
export interface EditionDraft {
  readonly name: MultilingualText;
  readonly venue: MultilingualText;
  readonly description: MultilingualText;
  readonly website: string;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** '' for none. */
  readonly expoId: string;
}

/** As it was read, or blank. */
export const draftOf = (edition: Edition | null): EditionDraft => ({
  name: edition?.name ?? {},
  venue: edition?.venue ?? {},
  description: edition?.description ?? {},
  website: edition?.website ?? '',
  timeZone: edition?.timeZone ?? ownZone(),
  firstDay: edition?.firstDay ?? '',
  lastDay: edition?.lastDay ?? '',
  expoId: edition?.expo?.id ?? '',
});

/** All of it as sent. */
export const sentOf = (draft: EditionDraft) => ({
  name: filledText(draft.name) ?? {},
  venue: filledText(draft.venue) ?? {},
  description: filledText(draft.description),
  website: filledAddress(draft.website),
  timeZone: draft.timeZone,
  firstDay: draft.firstDay,
  lastDay: draft.lastDay,
  expoId: draft.expoId === '' ? null : draft.expoId,
});

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** What is wrong with the days, which the server finds only once every field has the right form. */
export const daysWrong = (draft: EditionDraft, slots: readonly Interval[]): readonly Problem[] => {
  if (!isDay(draft.firstDay) || !isDay(draft.lastDay)) return [];
  const days = dayProblems(draft);
  return days.length > 0 ? days : straySlotProblems(draft, slots);
};

/** What the server found, and what was known besides, each field once. */
export const withKnown = (told: readonly FieldProblem[], known: readonly FieldProblem[]): readonly FieldProblem[] => [
  ...told,
  ...known.filter(({ path }) => !told.some((problem) => problem.path.join('.') === path.join('.'))),
];

export interface EditionFieldsProps {
  /** Whose expos it may be one of. */
  readonly office: string;
  readonly draft: EditionDraft;
  /** What was saved last; a new first day keeps its number of days. */
  readonly base?: Pick<EditionDraft, 'firstDay' | 'lastDay'>;
  /** The zone is that of the last edition, and nobody has looked at it yet. */
  readonly zoneIsPreset?: boolean;
  /** A zone was chosen, be it the one that stood there. */
  readonly onZone?: (timeZone: string) => void;
  readonly onChange: (draft: EditionDraft) => void;
}

/** The last day that goes with a new first day: it stays unless it would come before. */
function lastDayWith(firstDay: string, draft: EditionDraft, base: EditionFieldsProps['base']): string {
  if (firstDay === '' || (draft.lastDay !== '' && draft.lastDay >= firstDay)) return draft.lastDay;
  return base === undefined ? firstDay : dayAfter(firstDay, daysFrom(base.firstDay, base.lastDay));
}

export function EditionFields({ office, draft, base, zoneIsPreset = false, onZone, onChange }: EditionFieldsProps) {
  const { t } = useText();
  const set = (change: Partial<EditionDraft>) => onChange({ ...draft, ...change });
  const field = bind(draft, onChange);
  // Both stand on every sheet of paper.
  const hintOf = (name: 'name' | 'venue', hint: string): string =>
    Object.values(draft[name]).some(({ text }) => isUnprintable(text)) ? t('expos.unprintable') : hint;
  return (
    <>
      <MultilingualField {...field('name')} label={t('expos.name')} hint={hintOf('name', t('expos.edition_name_hint'))} />
      <MultilingualField {...field('venue')} label={t('expos.venue')} hint={hintOf('venue', t('expos.venue_hint'))} />
      <Fields>
        <TextField
          name="firstDay"
          type="date"
          label={t('expos.first_day')}
          value={draft.firstDay}
          onChange={(firstDay) => set({ firstDay, lastDay: lastDayWith(firstDay, draft, base) })}
        />
        <TextField {...field('lastDay')} type="date" label={t('expos.last_day')} />
        <ZoneField
          {...field('timeZone')}
          onChange={(timeZone) => {
            onZone?.(timeZone);
            set({ timeZone });
          }}
          label={t('expos.time_zone')}
          hint={t(zoneIsPreset ? 'expos.time_zone_preset' : 'expos.time_zone_hint')}
        />
      </Fields>
      <ExpoField office={office} value={draft.expoId} onChange={(expoId) => set({ expoId })} />
      <MultilingualField {...field('description')} label={t('expos.description')} optional long />
      <TextField {...field('website')} type="url" label={t('expos.website')} optional />
    </>
  );
}
