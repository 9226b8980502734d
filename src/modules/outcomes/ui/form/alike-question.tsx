// "Is this the same as …?": what the server asks before an outcome is recorded that looks like one on record.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Asked } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { isOneOf } from '#kernel/codes.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import { leading } from '../../domain/headline.ts';
import { doubtCodes } from '../../domain/plausible.ts';
import { wholeCodes } from '../../domain/stage-order.ts';
import { outcomesQueries } from '../client.ts';

interface AlikeQuestionProps {
  readonly asked: readonly Asked[];
  readonly onAnother: () => void;
}

export function AlikeQuestion({ asked, onAnother }: AlikeQuestionProps) {
  const { t } = useText();
  const byLink = useSession()?.holder === 'link';
  const alike = asked.flatMap(({ like }) => like);
  if (alike.length === 0) return null;
  return (
    <Notice
      kind="plain"
      live
      heading={t('outcomes.alike', { count: alike.length })}
      actions={<Button onPress={onAnother}>{t('outcomes.alike_another')}</Button>}
    >
      {alike.map((outcome) => (
        <Alike key={outcome.id} {...outcome} />
      ))}
      <p>{t(byLink ? 'outcomes.alike_same_by_link' : 'outcomes.alike_same')}</p>
    </Notice>
  );
}

/** “More than its whole?”, “Exactly 5,000,000?”: all that is asked stands together, and answering one answers all. */
export function RightQuestion({ asked, onRight }: { readonly asked: readonly Asked[]; readonly onRight: () => void }) {
  const { t } = useText();
  const others = asked.some(({ like }) => like.length > 0);
  const questions = asked.filter(({ code }) => isOneOf(wholeCodes, code) || isOneOf(doubtCodes, code));
  if (questions.length === 0) return null;
  return (
    <Notice
      kind="plain"
      live
      heading={t('outcomes.figures_right')}
      actions={others ? undefined : <Button onPress={onRight}>{t('outcomes.part_right')}</Button>}
    >
      {questions.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
    </Notice>
  );
}

/** By its title, and by its figure and day once they are there. */
function Alike({ id, title }: Asked['like'][number]) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId: id } }));
  const figure = data === undefined ? undefined : leading(data);
  const told = [
    figure?.amount == null ? null : formats.spelt(formats.money(figure.amount, figure.qualifier)),
    data?.occurred == null ? null : formats.spelt(formats.flexDate(data.occurred)),
  ];
  return (
    <p>
      <Link to="/outcomes/$id" params={{ id }}>
        <Named text={title} />
      </Link>{' '}
      <small>{told.filter((part) => part !== null).join(t('outcomes.alike_comma'))}</small>
    </p>
  );
}
