// What others report of outcomes and relate to our ties, each with its answers.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import type { UnansweredFigure } from '#modules/outcomes/contract/shapes.ts';
import { isAcceptable } from '#modules/outcomes/domain/accepting.ts';
import { outcomesApi } from '#modules/outcomes/ui/client.ts';
import { useHeldWords } from '#modules/outcomes/ui/held-words.ts';
import { AcceptDialog } from '#modules/outcomes/ui/ledger/accept-answer.tsx';
import { useCounted, useStageWord } from '#modules/outcomes/ui/words.tsx';
import { decideOn } from '#modules/ties/ui/answer-listed.ts';
import type { AnswerEntry } from '../../contract/answers.ts';
import { AskLine, type Asking } from './ask-line.tsx';
import { DiffersFigure } from './differs-figure.tsx';
import { DiffersThing } from './differs-of-tie.tsx';
import { PartOfFigure } from './part-of-figure.tsx';
import type { Choice } from './four.tsx';

interface AskProps<K extends AnswerEntry['kind']> extends Asking {
  readonly entry: Extract<AnswerEntry, { kind: K }>;
}

/** How far it is said to have come, and how much it is. */
function useReported(): (
  figure: Pick<UnansweredFigure, 'stage' | 'count' | 'countQualifier' | 'amount' | 'qualifier'> & {
    readonly outcome: Pick<UnansweredFigure['outcome'], 'kind' | 'counted'>;
  },
) => string {
  const word = useStageWord();
  const formats = useFormats();
  const counted = useCounted();
  return ({ outcome, stage, count, countQualifier, amount, qualifier }) =>
    [
      word(stage, outcome),
      ...(count === null ? [] : [formats.spelt(counted(outcome, count, countQualifier))]),
      ...(amount === null ? [] : [formats.spelt(formats.money(amount, qualifier))]),
    ].join(' · ');
}

/** What we have said of it so far, and what of it is on record. */
function useOwnWord() {
  const { t } = useText();
  const word = useStageWord();
  const heldWords = useHeldWords();
  const reported = useReported();
  const naming = useNaming();
  const formats = useFormats();
  const counted = useCounted();
  const beforeIn = (ours: NonNullable<UnansweredFigure['ours']>, outcome: UnansweredFigure['outcome']): string | null => {
    const stage = word(ours.stage, outcome);
    switch (ours.verdict) {
      case 'confirms':
        return t('desk.held_confirmed', { stage });
      case 'confirms_part':
        return t('desk.held_part', {
          stage,
          amount: [
            ...(ours.count === null ? [] : [formats.spelt(counted(outcome, ours.count, 'exact'))]),
            ...(ours.amount === null ? [] : [formats.spelt(formats.money(ours.amount, 'exact'))]),
          ].join(' · '),
        });
      case 'differs':
        return heldWords(ours, ours.stage, outcome) ?? t('outcomes.say_differs');
      case 'cannot_say':
        return t('desk.held_not_known', { stage });
      case 'maintains':
      case 'documents':
      case 'verifies':
      case 'withdraws':
        return null;
    }
  };
  return ({ ours, outcome, parts, ownRecord }: UnansweredFigure): string => {
    const before = ours === null ? null : beforeIn(ours, outcome);
    const ofParts = parts === 0 ? [] : [t('desk.held_parts', { count: parts })];
    const kept =
      ownRecord === null
        ? []
        : [
            t('desk.held_own_record', {
              title: naming(ownRecord.title),
              figure: ownRecord.figure === null ? t('outcomes.stage_unknown') : reported({ ...ownRecord.figure, outcome }),
            }),
          ];
    const held = [...(before === null ? [] : [before]), ...kept, ...ofParts];
    return held.length === 0 ? t('desk.nothing_held') : `${t('desk.held')}${held.join(' · ')}`;
  };
}

export function FigureAsk({ entry, ...asking }: AskProps<'figure'>) {
  const { t } = useText();
  const naming = useNaming();
  const reported = useReported();
  const ownWord = useOwnWord();
  const { keep, ...action } = useKeeping();
  const { figure } = entry;
  const { outcome, stage, through, whole, ours } = figure;
  const { office } = asking.list;
  const visibility = ours?.isPublic === true ? ('public' as const) : ('shared' as const);
  const asked = { outcomeId: outcome.id, office, stage, through, visibility };
  const say = (verdict: 'confirms' | 'cannot_say') =>
    keep(() => outcomesApi.confirmStage({ ...asked, verdict }), {
      said: t('outcomes.answered_for', { answer: t(`outcomes.say_${verdict}`), office: naming(figure.office.name) }),
      undo: () => outcomesApi.confirmStage({ ...asked, verdict: 'withdraws' }),
    });
  const name = t('desk.named_of', { who: naming(entry.city?.name ?? entry.office.name), what: naming(outcome.title) });
  return (
    <AskLine
      {...{ entry, name, action, ...asking }}
      choices={[
        { key: 'agree', text: t('desk.as_they_say'), onPress: () => say('confirms') },
        { key: 'not_known', text: t('desk.not_known'), onPress: () => say('cannot_say') },
      ]}
      who={
        <>
          <Named text={figure.office.name} quiet />
          {t('ties.comma')}
          {whole === null ? t('desk.kind_figure') : t('desk.kind_part', { whole: naming(whole.title) })}
        </>
      }
      said={
        <Link to="/outcomes/$id" params={{ id: outcome.id }}>
          <Named text={outcome.title} quiet />
          {t('ties.colon')}
          <b>{reported(figure)}</b>
        </Link>
      }
      ours={ownWord(figure)}
      form={(close) => <DiffersFigure outcomeId={outcome.id} stage={stage} office={office} onClose={close} />}
      partForm={
        figure.amount === null && figure.count === null
          ? undefined
          : (close) => <PartOfFigure outcomeId={outcome.id} stage={stage} office={office} onClose={close} />
      }
    />
  );
}

/** Our own figures, of which another side says that they were otherwise: we take over its words, or stand by ours. */
export function ContradictionAsk({ entry, ...asking }: AskProps<'contradiction'>) {
  const { t } = useText();
  const naming = useNaming();
  const reported = useReported();
  const held = useHeldWords();
  const { keep, ...action } = useKeeping();
  const [isAccepting, setAccepting] = useState(false);
  const { contradiction } = entry;
  const { outcome, stage, through, isPart } = contradiction;
  const asked = { outcomeId: outcome.id, office: asking.list.office, stage, through };
  const maintain = () =>
    keep(() => outcomesApi.confirmStage({ ...asked, verdict: 'maintains' }), {
      said: t('outcomes.answered'),
      undo: () => outcomesApi.confirmStage({ ...asked, verdict: 'withdraws' }),
    });
  const choices: readonly Choice[] = [
    ...(isAcceptable(contradiction) && !isPart ? [{ key: 'agree', text: t('desk.as_they_say'), onPress: () => setAccepting(true) }] : []),
    { key: 'maintain', text: t(isPart ? 'desk.figure_stays' : 'desk.we_maintain'), onPress: maintain },
  ];
  const name = t('desk.named_of', { who: naming(contradiction.office.name), what: naming(outcome.title) });
  return (
    <>
      <AskLine
        {...{ entry, name, action, choices, ...asking }}
        who={
          <>
            <Named text={contradiction.office.name} quiet />
            {t('ties.comma')}
            {t(isPart ? 'desk.kind_confirmed_part' : 'desk.kind_contradiction')}
          </>
        }
        said={
          <Link to="/outcomes/$id" params={{ id: outcome.id }}>
            <Named text={outcome.title} quiet />
            {t('ties.colon')}
            <b>{held(contradiction, stage, outcome) ?? t('outcomes.verdict_differs')}</b>
          </Link>
        }
        ours={`${t('desk.held')}${t('desk.held_reported', { stage: reported({ ...contradiction.ours, outcome }) })}`}
        form={null}
      />
      {isAccepting && <AcceptDialog said={contradiction} onClose={() => setAccepting(false)} />}
    </>
  );
}

/** What somebody that is on neither side says of our tie: we take it up, or it is not ours; until then it stands on its own page. */
export function ThirdAsk({ entry, ...asking }: AskProps<'third'>) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const { thing } = entry;
  const { office } = asking.list;
  const decide = async (takesUp: boolean | null): Promise<unknown> =>
    thing.kind === 'outcome' || thing.tieId === null
      ? outcomesApi.takeUpOutcome({ outcomeId: thing.id, office, takesUp })
      : decideOn({ tieId: thing.tieId, thingId: thing.id, office, takesUp });
  const put = (takesUp: boolean) =>
    keep(() => decide(takesUp), { said: t(takesUp ? 'desk.was_taken_up' : 'desk.was_left'), undo: () => decide(null) });
  const title = thing.title === null ? t('outcomes.not_named') : naming(thing.title);
  const name = t('desk.named_of', { who: naming(thing.office.name), what: title });
  const words = thing.title === null ? title : <Named text={thing.title} quiet />;
  return (
    <AskLine
      {...{ entry, name, action, ...asking }}
      choices={[
        { key: 'take', text: t('desk.take_up'), onPress: () => put(true) },
        { key: 'leave', text: t('desk.not_ours'), onPress: () => put(false) },
      ]}
      who={
        <>
          <Named text={thing.office.name} quiet />
          {t('ties.comma')}
          {t(`desk.third_${thing.kind}`)}
        </>
      }
      said={
        thing.kind === 'outcome' || thing.tieId === null ? (
          <Link to="/outcomes/$id" params={{ id: thing.id }}>
            {words}
          </Link>
        ) : (
          <Link to="/ties/$slug" params={{ slug: thing.tieId }} hash="of-others">
            {words}
          </Link>
        )
      }
      ours={t('desk.third_stands')}
      form={(close) =>
        thing.kind === 'outcome' || thing.tieId === null ? (
          <DiffersFigure outcomeId={thing.id} office={office} onClose={close} />
        ) : (
          <DiffersThing tieId={thing.tieId} thing={{ ...thing, name }} office={office} onClose={close} />
        )
      }
    />
  );
}
