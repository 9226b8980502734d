// Cuts days into slots: start, end, length, pause and breaks, the same for every chosen day.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { CheckField, Fields, TextField } from '#design/fields/field.tsx';
import { Form, type FieldProblem } from '#design/fields/form.tsx';
import type { Problem } from '#kernel/result.ts';
import type { RosterSlot } from '../../domain/roster.ts';
import { generateSlots } from '../../domain/slots.ts';
import { useSentences } from '../local-problems.ts';
import { clockProblems, readClock } from './draft.ts';

interface Pattern {
  readonly start: string;
  readonly end: string;
  readonly length: string;
  readonly pause: string;
  readonly breaks: readonly { readonly start: string; readonly end: string }[];
}

const usual: Pattern = { start: '09:30', end: '17:30', length: '20', pause: '0', breaks: [{ start: '12:30', end: '14:00' }] };

/** Both ends as `HH:MM`; they have been found readable. */
const clocksOf = ({ start, end }: { readonly start: string; readonly end: string }) => ({
  start: readClock(start) ?? start,
  end: readClock(end) ?? end,
});

/** Fields left blank, in the places of the form. */
function blanks({ start, end, length, pause, breaks }: Pattern): readonly Problem[] {
  const whole = (path: string, text: string) => (/^\d{1,4}$/.test(text) ? [] : [{ path: [path], code: 'kernel.bad_format' }]);
  return [
    ...clockProblems(['day', 'start'], start),
    ...clockProblems(['day', 'end'], end),
    ...whole('lengthMinutes', length),
    ...whole('pauseMinutes', pause),
    ...breaks.flatMap((span, at) => [
      ...clockProblems(['breaks', at, 'start'], span.start),
      ...clockProblems(['breaks', at, 'end'], span.end),
    ]),
  ];
}

export interface SlotGeneratorProps {
  readonly timeZone: string;
  readonly days: readonly string[];
  readonly open: boolean;
  readonly onMade: (days: readonly string[], slots: readonly RosterSlot[]) => void;
}

export function SlotGenerator({ timeZone, days, open, onMade }: SlotGeneratorProps) {
  const { t } = useText();
  const formats = useFormats();
  const sentences = useSentences();
  const [pattern, setPattern] = useState(usual);
  const [chosen, setChosen] = useState<readonly string[]>(days);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (change: Partial<Pattern>) => setPattern({ ...pattern, ...change });
  const field = bind(pattern, setPattern, 'day.');

  const make = () => {
    const missing = blanks(pattern);
    const dayless = chosen.length === 0 ? [{ path: [], message: t('expos.choose_a_day') }] : [];
    if (missing.length + dayless.length > 0) return setProblems([...sentences(missing), ...dayless]);
    const made = generateSlots({
      timeZone,
      days: chosen,
      day: clocksOf(pattern),
      lengthMinutes: Number(pattern.length),
      pauseMinutes: Number(pattern.pause),
      breaks: pattern.breaks.map(clocksOf),
    });
    setProblems(made.ok ? [] : sentences(made.refusal.problems ?? []));
    if (made.ok) onMade(chosen, made.value);
  };
  return (
    <details className="under" open={open}>
      <summary>
        <b>{t('expos.make_slots')}</b> <span className="note">{t('expos.generator_note')}</span>
      </summary>
      <Form problems={problems} label={t('expos.make_slots')} onSubmit={make}>
        {days.length > 1 && (
          <fieldset>
            <legend className="lbl">{t('expos.days')}</legend>
            <div className="closing">
              {days.map((day) => (
                <CheckField
                  key={day}
                  name={`days.${day}`}
                  label={formats.day(day, 'day')}
                  checked={chosen.includes(day)}
                  onChange={(checked) => setChosen(days.filter((other) => (other === day ? checked : chosen.includes(other))))}
                />
              ))}
            </div>
          </fieldset>
        )}
        <Fields>
          <TextField {...field('start')} short label={t('expos.day_start')} />
          <TextField {...field('end')} short label={t('expos.day_end')} />
          <TextField
            name="lengthMinutes"
            type="number"
            label={t('expos.slot_length')}
            value={pattern.length}
            onChange={(length) => set({ length })}
          />
          <TextField
            name="pauseMinutes"
            type="number"
            label={t('expos.slot_pause')}
            value={pattern.pause}
            onChange={(pause) => set({ pause })}
          />
        </Fields>
        <Breaks breaks={pattern.breaks} onChange={(breaks) => set({ breaks })} />
        <Buttons>
          <Button type="submit">{t('expos.make_slots')}</Button>
          <TextAction onPress={() => set({ breaks: [...pattern.breaks, { start: '', end: '' }] })}>{t('expos.add_break')}</TextAction>
        </Buttons>
      </Form>
    </details>
  );
}

interface BreaksProps {
  readonly breaks: Pattern['breaks'];
  readonly onChange: (breaks: Pattern['breaks']) => void;
}

function Breaks({ breaks, onChange }: BreaksProps) {
  const { t } = useText();
  const set = (at: number, change: Partial<Pattern['breaks'][number]>) =>
    onChange(breaks.map((span, index) => (index === at ? { ...span, ...change } : span)));
  return breaks.map((span, at) => (
    <fieldset key={at}>
      <legend className="hidden">{t('expos.break_number', { number: at + 1 })}</legend>
      <Fields>
        <TextField
          name={`breaks.${at}.start`}
          short
          label={t('expos.break_start')}
          value={span.start}
          onChange={(start) => set(at, { start })}
        />
        <TextField name={`breaks.${at}.end`} short label={t('expos.break_end')} value={span.end} onChange={(end) => set(at, { end })} />
        <p className="btns">
          <TextAction
            aria-label={t('expos.remove_break', { number: at + 1 })}
            onPress={() => onChange(breaks.filter((_, index) => index !== at))}
          >
            {t('expos.remove')}
          </TextAction>
        </p>
      </Fields>
    </fieldset>
  ));
}
