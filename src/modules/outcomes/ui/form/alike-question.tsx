// "Is this the same as …?": asked before an outcome is recorded that looks like one on record.
import type { QueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import type { OutcomeSummary } from '../../contract/shapes.ts';
import { lookingLike, type Comparable } from '../../domain/alike.ts';
import type { SubjectKind } from '../../domain/attribution.ts';
import { leading } from '../../domain/headline.ts';
import { outcomesQueries } from '../client.ts';

/** Those on record, as far as we see them, that belong to the same and look like what is about to be entered. */
export async function findAlike(
  queryClient: QueryClient,
  { kind, id }: { readonly kind: SubjectKind; readonly id: string },
  proposed: Omit<Comparable, 'id'>,
): Promise<readonly OutcomeSummary[]> {
  const options = outcomesQueries.listOutcomes.queryOptions({ input: { subjectKind: kind, subjectId: id, limit: 100 }, staleTime: 0 });
  const { entries } = await queryClient.fetchQuery(options);
  const known = entries.map((outcome) => ({
    ...outcome,
    outcome,
    subjects: outcome.attributions.map(({ subjectId }) => subjectId),
  }));
  return lookingLike(proposed, known).map(({ outcome }) => outcome);
}

interface AlikeQuestionProps {
  readonly alike: readonly OutcomeSummary[];
  readonly onAnother: () => void;
}

export function AlikeQuestion({ alike, onAnother }: AlikeQuestionProps) {
  const { t } = useText();
  const formats = useFormats();
  const figureOf = (outcome: OutcomeSummary): string | null => {
    const figure = leading(outcome);
    return figure?.amount == null ? null : formats.spelt(formats.money(figure.amount, figure.qualifier));
  };
  if (alike.length === 0) return null;
  return (
    <Notice
      kind="plain"
      live
      heading={t('outcomes.alike', { count: alike.length })}
      actions={<Button onPress={onAnother}>{t('outcomes.alike_another')}</Button>}
    >
      {alike.map((outcome) => (
        <p key={outcome.id}>
          <Link to="/outcomes/$id" params={{ id: outcome.id }}>
            <Named text={outcome.title} />
          </Link>{' '}
          <small>
            {[figureOf(outcome), outcome.occurred === null ? null : formats.spelt(formats.flexDate(outcome.occurred))]
              .filter((part) => part !== null)
              .join(t('outcomes.alike_comma'))}
          </small>
        </p>
      ))}
      <p>{t('outcomes.alike_same')}</p>
    </Notice>
  );
}
