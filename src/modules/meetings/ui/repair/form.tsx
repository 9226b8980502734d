// Saying what has changed: one of seven kinds, with who, when or where.
import { useMemo, useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField, type Option } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { PickField } from '#design/fields/pick-field.tsx';
import { foundBy, useEveryParticipant } from '../requests/participants.ts';
import { awaited, openWord, placeWord, timeWord, upcoming, whoWord, type DayChange, type DayWords } from './lines.ts';

const kinds = ['no_show', 'late', 'arrived', 'place_withdrawn', 'slot_closed', 'interpreter_away', 'added'] as const;
type Kind = (typeof kinds)[number];

interface RepairFormProps {
  readonly words: DayWords;
  /** Whether other changes are in the list already. */
  readonly more: boolean;
  readonly onAdd: (change: DayChange) => void;
}

/** What is chosen in the fields; an empty string is nothing. */
interface Chosen {
  readonly who: string;
  readonly slot: string;
  /** Since when somebody is away who will be there again. */
  readonly from: string;
  readonly place: string;
  readonly meeting: string;
  readonly interpreter: string;
}

const nothing: Chosen = { who: '', slot: '', from: '', place: '', meeting: '', interpreter: '' };

/** The change that the fields say; null while something is missing. */
function changeOf(kind: Kind, { who, slot, from, place, meeting, interpreter }: Chosen): DayChange | null {
  switch (kind) {
    case 'no_show':
      return who === '' || slot === '' ? null : { kind, participantId: who, fromSlotId: slot };
    case 'late':
      return who === '' || slot === ''
        ? null
        : { kind, participantId: who, untilSlotId: slot, ...(from === '' ? {} : { fromSlotId: from }) };
    case 'arrived':
      return who === '' ? null : { kind, participantId: who };
    case 'place_withdrawn':
      return place === '' ? null : { kind, placeId: place, slotId: slot === '' ? null : slot };
    case 'slot_closed':
      return slot === '' ? null : { kind, slotId: slot };
    case 'interpreter_away':
      return interpreter === '' ? null : { kind, interpreterId: interpreter };
    case 'added':
      return meeting === '' ? null : { kind, meetingId: meeting };
  }
}

export function RepairForm({ words, more, onAdd }: RepairFormProps) {
  const { t } = useText();
  const [kind, setKind] = useState<Kind>('no_show');
  const [chosen, setChosen] = useState<Chosen>(nothing);
  const [missing, setMissing] = useState(false);
  const [now] = useState(() => Date.now());
  const slots = upcoming(words.grid, now);
  if (slots.length === 0) return <p className="muted">{t('meetings.repair_no_time')}</p>;
  const first = slots[0]?.id ?? '';
  // Who does not come is missed from the next time on, unless said otherwise.
  const filled = kind === 'no_show' && chosen.slot === '' ? { ...chosen, slot: first } : chosen;
  const change = changeOf(kind, filled);
  const add = () => {
    setMissing(change === null);
    if (change === null) return;
    setChosen(nothing);
    onAdd(change);
  };
  return (
    <Form label={t('meetings.repair_title')} onSubmit={add}>
      <SelectField
        name="kind"
        label={t('meetings.repair_kind')}
        value={kind}
        onChange={(value) => {
          setKind(kinds.find((one) => one === value) ?? 'no_show');
          setChosen(nothing);
          setMissing(false);
        }}
        options={kinds.map((one) => ({ value: one, text: t(`meetings.repair_${one}`) }))}
      />
      <KindFields {...{ words, kind, slots, missing, now }} chosen={filled} onChoose={(part) => setChosen({ ...chosen, ...part })} />
      <Buttons>
        <Button kind={more ? 'plain' : 'go'} type="submit">
          {t(more ? 'meetings.repair_add_more' : 'meetings.repair_add')}
        </Button>
      </Buttons>
    </Form>
  );
}

interface KindFieldsProps {
  readonly words: DayWords;
  readonly kind: Kind;
  readonly slots: ReturnType<typeof upcoming>;
  readonly chosen: Chosen;
  readonly missing: boolean;
  readonly now: number;
  readonly onChoose: (part: Partial<Chosen>) => void;
}

function KindFields({ words, kind, slots, chosen, missing, now, onChoose }: KindFieldsProps) {
  const { t } = useText();
  const everyone = useEveryParticipant(words.grid.edition.id);
  const found = useMemo(() => new Map<string, string>((everyone ?? []).map((one) => [one.participantId, foundBy(one)])), [everyone]);
  const times = slots.map(({ id }): Option => ({ value: id, text: timeWord(words, id) }));
  const choose: Option = { value: '', text: t('meetings.choose') };
  const error = (value: string): { readonly error?: string } => (missing && value === '' ? { error: t('meetings.choose') } : {});
  const slotField = (label: string, options: readonly Option[]) => (
    <SelectField
      name="slot"
      label={label}
      value={chosen.slot}
      onChange={(slot) => onChoose({ slot })}
      options={options}
      {...(kind === 'place_withdrawn' ? {} : error(chosen.slot))}
    />
  );
  const whoField = (among: DayWords['grid']['participants']) => (
    <PickField
      name="who"
      label={t('meetings.repair_who')}
      value={chosen.who}
      onChange={(who) => onChoose({ who })}
      options={among.map(({ id }) => ({ value: id, text: whoWord(words, id), also: found.get(id) ?? '' }))}
      {...error(chosen.who)}
    />
  );
  switch (kind) {
    case 'arrived':
      return whoField(words.grid.participants);
    case 'no_show':
    case 'late':
      return (
        <>
          {whoField(awaited(words.grid, now))}
          {kind === 'no_show'
            ? slotField(t('meetings.repair_from'), times)
            : slotField(t('meetings.repair_there_at'), [choose, ...times.slice(1)])}
          {kind === 'late' && (
            <SelectField
              name="from"
              label={t('meetings.repair_away_from')}
              value={chosen.from}
              onChange={(from) => onChoose({ from })}
              options={[{ value: '', text: t('meetings.repair_from_now') }, ...times]}
            />
          )}
        </>
      );
    case 'place_withdrawn':
      return (
        <>
          <SelectField
            name="place"
            label={t('meetings.place')}
            value={chosen.place}
            onChange={(place) => onChoose({ place })}
            options={[choose, ...words.grid.places.map(({ id }) => ({ value: id, text: placeWord(words, id) }))]}
            {...error(chosen.place)}
          />
          {slotField(t('meetings.repair_when'), [
            { value: '', text: t('meetings.repair_from_now') },
            ...times.map(({ value, text }) => ({ value, text: t('meetings.repair_only_at', { time: text }) })),
          ])}
        </>
      );
    case 'slot_closed':
      return slotField(t('meetings.time'), [choose, ...times]);
    case 'interpreter_away':
      return words.interpreters.length === 0 ? (
        <p className="muted">{t('meetings.repair_no_interpreter')}</p>
      ) : (
        <SelectField
          name="interpreter"
          label={t('meetings.repair_interpreter')}
          value={chosen.interpreter}
          onChange={(interpreter) => onChoose({ interpreter })}
          options={[choose, ...words.interpreters.map(({ id, name }) => ({ value: id, text: name }))]}
          {...error(chosen.interpreter)}
        />
      );
    case 'added':
      return words.open.length === 0 ? (
        <p className="muted">{t('meetings.repair_no_wish')}</p>
      ) : (
        <PickField
          name="meeting"
          label={t('meetings.repair_which')}
          hint={t('meetings.repair_which_hint')}
          value={chosen.meeting}
          onChange={(meeting) => onChoose({ meeting })}
          options={words.open.map((one) => ({
            value: one.id,
            text: openWord(words, one),
            also: `${found.get(one.a.id) ?? ''} ${found.get(one.b.id) ?? ''}`,
          }))}
          {...error(chosen.meeting)}
        />
      );
  }
}
