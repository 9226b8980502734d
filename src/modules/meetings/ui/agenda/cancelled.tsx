// What was told and stands no more, so that nobody goes there.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';

interface CancelledProps {
  readonly zone: string;
  readonly entries: readonly { readonly meetingId: string; readonly startsAt: string; readonly what: ReactNode }[];
}

export function Cancelled({ zone, entries }: CancelledProps) {
  const { t } = useText();
  const formats = useFormats();
  if (entries.length === 0) return null;
  return (
    <Section title={t('meetings.cancelled')} count={entries.length}>
      <Rows
        wide
        entries={entries.map(({ meetingId, startsAt, what }) => ({
          key: meetingId,
          when: formats.dateTime(startsAt, zone, 'short'),
          what: <s>{what}</s>,
        }))}
      />
    </Section>
  );
}
