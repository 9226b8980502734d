// What a draft does differently from another one.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import type { Edition, Plan } from '../edition/answers.ts';
import { Differences } from '../release/differences.tsx';

interface ComparePlansProps {
  readonly edition: Edition;
  readonly plan: Pick<Plan, 'id' | 'number'>;
  readonly plans: readonly Plan[];
}

export function ComparePlans({ edition, plan, plans }: ComparePlansProps) {
  const { t } = useText();
  const others = plans.filter(({ id, status }) => id !== plan.id && status !== 'running' && status !== 'failed');
  const [chosen, setChosen] = useState('');
  if (others.length === 0) return null;
  const label = (other: Plan) =>
    other.figures === null
      ? t('meetings.draft_number', { number: other.number })
      : t('meetings.draft_with_figures', { number: other.number, placed: other.figures.placed, wished: other.figures.wished });
  return (
    <Section title={t('meetings.compare')}>
      <SelectField
        name="compare"
        label={t('meetings.compare_with')}
        value={chosen}
        onChange={setChosen}
        options={[{ value: '', text: t('meetings.choose') }, ...others.map((other) => ({ value: other.id, text: label(other) }))]}
      />
      {chosen !== '' && <Compared edition={edition} planId={plan.id} from={chosen} />}
    </Section>
  );
}

function Compared({ edition, planId, from }: { readonly edition: Edition; readonly planId: string; readonly from: string }) {
  const { t } = useText();
  const { data } = useQuery({
    ...meetingsQueries.comparePlans.queryOptions({ input: { editionId: edition.id, planId, from } }),
    throwOnError: true,
  });
  if (data === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <p>{t('meetings.compared', { from: data.from.number, to: data.to.number, count: data.changed })}</p>
      <Differences caption={t('meetings.compare')} edition={edition} differences={data.changes} of={data.changed} />
    </>
  );
}
