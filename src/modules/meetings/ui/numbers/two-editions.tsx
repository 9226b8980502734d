// From wishes to next steps at two editions, for who organises both.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { Edition } from '../edition/answers.ts';
import { useHeads } from '#modules/expos/ui/compare/heads.ts';
import { comparedSteps, isCounted, type EditionNumbers } from '../../domain/numbers.ts';
import { meetingsQueries } from '../client.ts';
import { StepFigure } from './numbers-page.tsx';

interface TwoEditionsProps {
  readonly earlier: Edition;
  readonly later: Edition;
}

export function NumbersOfTwo({ earlier, later }: TwoEditionsProps) {
  const session = useSession();
  const offices = session?.offices.map(({ id }) => String(id)) ?? [];
  return [earlier, later].every(({ organiser }) => offices.includes(organiser)) ? <Both {...{ earlier, later }} /> : null;
}

const figureOf = ({ total }: Pick<EditionNumbers, 'total'>, step: (typeof comparedSteps)[number]) =>
  isCounted(total) ? <StepFigure count={total[step]} /> : <Unknown />;

function Both({ earlier, later }: TwoEditionsProps) {
  const { t } = useText();
  const [was, is] = useHeads({ earlier, later });
  const before = useQuery(meetingsQueries.getEditionNumbers.queryOptions({ input: { editionId: earlier.id } })).data;
  const after = useQuery(meetingsQueries.getEditionNumbers.queryOptions({ input: { editionId: later.id } })).data;
  if (before === undefined || after === undefined) return <Skeleton lines={6} />;
  // A table of nothing but “unknown” would hide what is known of the two.
  if (![before, after].some(({ total }) => isCounted(total))) return <p className="note after">{t('meetings.numbers_two_none')}</p>;
  return (
    <Section title={t('meetings.numbers_steps')} aside={t('meetings.numbers_two_note')}>
      <DataTable
        caption={t('meetings.numbers_steps')}
        keepColumns
        rows={comparedSteps}
        rowKey={(step) => step}
        columns={[
          { key: 'step', head: t('meetings.numbers_step'), naming: true, cell: (step) => t(`meetings.number_${step}`) },
          { key: 'was', head: was, end: true, cell: (step) => figureOf(before, step) },
          { key: 'is', head: is, end: true, cell: (step) => figureOf(after, step) },
        ]}
      />
    </Section>
  );
}
