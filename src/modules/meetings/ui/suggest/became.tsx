// What became of suggestions: named, asked, answered, placed, held; counted, and told of no single pair.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Section } from '#design/page.tsx';
import { suggestedKey } from '../../domain/numbers.ts';
import { meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';

const steps = ['asked', 'answered', 'declined', 'placed', 'held'] as const;

interface BecameProps {
  readonly edition: Edition;
  /** How many names stand in all lists now. */
  readonly named: number;
}

export function Became({ edition, named }: BecameProps) {
  const { t } = useText();
  const formats = useFormats();
  const numbers = useQuery(meetingsQueries.getEditionNumbers.queryOptions({ input: { editionId: edition.id } })).data;
  if (numbers === undefined) return null;
  const row = numbers.rows.find(({ dimension, key }) => dimension === 'origin' && key === suggestedKey);
  const rows: { key: string; words: string; count: number }[] = [{ key: 'named', words: t('meetings.became_named'), count: named }];
  if (row !== undefined) rows.push(...steps.map((step) => ({ key: step, words: t(`meetings.number_${step}`), count: row[step] })));
  return (
    <Section title={t('meetings.became_title')} aside={t('meetings.became_note')}>
      <DataTable
        caption={t('meetings.became_title')}
        keepColumns
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'step', head: t('meetings.became_step'), naming: true, cell: ({ words }) => words },
          { key: 'count', head: t('meetings.became_count'), end: true, cell: ({ count }) => formats.number(count) },
        ]}
      />
      <p className="note">
        {row === undefined ? (
          t('meetings.became_none')
        ) : (
          <Link to="/editions/$slug/numbers" params={{ slug: edition.slug }}>
            {t('meetings.numbers_title')}
          </Link>
        )}
      </p>
    </Section>
  );
}
