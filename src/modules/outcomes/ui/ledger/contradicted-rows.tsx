// What other sides report and say otherwise, and what third parties relate to an office's ties, as rows of its month, with the answers in place.
import { Link } from '@tanstack/react-router';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import type { RowEntry } from '#design/rows.tsx';
import { useFormats } from '#client/formats.ts';
import type { Contradiction, UnansweredFigure, Waiting } from '../../contract/shapes.ts';
import { outcomesQueries } from '../client.ts';
import { useHeldWords } from '../held-words.ts';
import { isAcceptable } from '../../domain/accepting.ts';
import { useCounted, useStageWord } from '../words.tsx';
import { AcceptAnswer } from './accept-answer.tsx';
import { AnswerButtons } from './answer-buttons.tsx';

/** `key` tells its kind and of what it is; `at` is when it was said (ISO). */
type WaitingRow = Omit<RowEntry, 'when'> & { readonly at: string };

export function useContradictedRows(office: string): readonly WaitingRow[] {
  const { t } = useText();
  const naming = useNaming();
  const word = useStageWord();
  const held = useHeldWords();
  const data = useRead(outcomesQueries.listContradicted.queryOptions({ input: { officeId: office } }));
  const told = (said: Contradiction): string => {
    const asked = { stage: word(said.stage), office: naming(said.office.name) };
    const words = held(said, said.stage, said.outcome);
    return words === null ? t('outcomes.contradicted', asked) : t('outcomes.contradicted_by', { ...asked, words });
  };
  const third = useRead(outcomesQueries.listWaiting.queryOptions({ input: { officeId: office } }));
  const formats = useFormats();
  const counted = useCounted();
  const open = useRead(outcomesQueries.listUnanswered.queryOptions({ input: { officeId: office } }));
  const reported = ({ outcome, stage, count, countQualifier, amount, qualifier }: UnansweredFigure): string =>
    [
      word(stage, outcome),
      ...(count === null ? [] : [formats.spelt(counted(outcome, count, countQualifier))]),
      ...(amount === null ? [] : [formats.spelt(formats.money(amount, qualifier, 'table'))]),
    ].join(' · ');
  const what = ({ id, title }: Contradiction['outcome']) => (
    <Link to="/outcomes/$id" params={{ id }}>
      <Named text={title} quiet />
    </Link>
  );
  return [
    ...(open?.entries ?? []).map((figure) => ({
      ...{ key: `figure ${figure.outcome.id} ${figure.stage} ${figure.through}`, at: figure.at, what: what(figure.outcome) },
      detail: (
        <>
          {t('outcomes.waits_for_us', { office: naming(figure.office.name), words: reported(figure) })}
          <AnswerButtons figure={figure} office={office} />
        </>
      ),
    })),
    ...(data?.entries ?? []).map((said) => ({
      ...{ key: `contradiction ${said.id}`, at: said.at, what: what(said.outcome) },
      detail: (
        <>
          {told(said)}
          {isAcceptable(said) && (
            <span className="btns">
              <AcceptAnswer said={said} />
            </span>
          )}
        </>
      ),
    })),
    ...(third?.entries ?? []).map((waits) => ({
      ...{ key: `waits ${waits.id}`, at: waits.at, what: <Waits waits={waits} /> },
      detail: t(`outcomes.third_party_${waits.kind}`, { office: naming(waits.office.name) }),
    })),
  ];
}

/** An outcome leads to its page, everything else to that of its tie, where it is decided. */
function Waits({ waits: { kind, id, title, tieId } }: { readonly waits: Waiting }) {
  const { t } = useText();
  const name = title === null ? t('outcomes.not_named') : <Named text={title} quiet />;
  if (kind === 'outcome' || tieId === null)
    return (
      <Link to="/outcomes/$id" params={{ id }}>
        {name}
      </Link>
    );
  return (
    <Link to="/ties/$slug" params={{ slug: tieId }} hash="of-others">
      {name}
    </Link>
  );
}
