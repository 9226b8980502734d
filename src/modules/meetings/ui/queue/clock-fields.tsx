// From when to when a live queue calls, typed as one likes and written out as every other time here, whatever the clock of the browser.
import { useText } from '#client/language.ts';
import { TextField } from '#design/fields/field.tsx';
import type { Problem } from '#kernel/result.ts';
import { clockProblems, readClock } from '#modules/expos/ui/slots/draft.ts';
import { clockMeaning } from '#modules/expos/domain/venue-time.ts';
import type { Edition } from '../edition/answers.ts';

export interface HoursDraft {
  readonly day: string;
  readonly opens: string;
  readonly closes: string;
}

/** What is wrong with the hours as they are typed. */
export const hoursProblems = ({ opens, closes }: HoursDraft): readonly Problem[] => [
  ...clockProblems(['opensAt'], opens),
  ...clockProblems(['closesAt'], closes),
];

/** As instants; they must be hours. */
export const instantsOf = ({ timeZone }: Edition, { day, opens, closes }: HoursDraft) => {
  const at = (typed: string): string => new Date(clockMeaning(timeZone, { date: day, time: readClock(typed) ?? '00:00' }).at).toISOString();
  return { opensAt: at(opens), closesAt: at(closes) };
};

interface ClockFieldsProps {
  readonly draft: HoursDraft;
  readonly onChange: (part: Partial<Pick<HoursDraft, 'opens' | 'closes'>>) => void;
  /** Calls that have begun did begin then. */
  readonly begun?: boolean;
}

export function ClockFields({ draft: { opens, closes }, onChange, begun = false }: ClockFieldsProps) {
  const { t } = useText();
  const clock = { short: true, inputMode: 'numeric', autoComplete: 'off', required: true } as const;
  return (
    <>
      {!begun && (
        <TextField
          name="opensAt"
          {...clock}
          onBlur={() => onChange({ opens: readClock(opens) ?? opens })}
          label={t('meetings.queue_opens')}
          value={opens}
          onChange={(typed) => onChange({ opens: typed })}
        />
      )}
      <TextField
        name="closesAt"
        {...clock}
        onBlur={() => onChange({ closes: readClock(closes) ?? closes })}
        label={t('meetings.queue_closes')}
        value={closes}
        hint={t('meetings.queue_closes_hint')}
        onChange={(typed) => onChange({ closes: typed })}
      />
    </>
  );
}
