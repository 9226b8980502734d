// What the other side states and we have not answered, answered where it stands; the answer goes to that side and to nobody else.
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { isQuoted } from '#modules/evidence/domain/statement.ts';
import { evidenceApi } from '#modules/evidence/ui/client.ts';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { Tie } from '../contract/shapes.ts';
import type { TieAttribute } from '../domain/attributes.ts';
import type { Side } from '../domain/tie.ts';
import { unansweredWord } from '../domain/unanswered-word.ts';
import { tiesApi } from './client.ts';
import { useAttributeName, useCodeName } from './words.tsx';

interface AnswerOfProps {
  readonly tie: Tie;
  readonly office: string;
  readonly attribute: TieAttribute;
  /** What else it is has to be said in a form. */
  readonly onDiffer: () => void;
}

export function AnswerOf({ tie, office, attribute, onDiffer }: AnswerOfProps) {
  const word = askedIn(tie, office, attribute);
  return word === null ? null : <Asked {...{ tie, office, attribute, onDiffer }} {...word} />;
}

/** What the other side says of an attribute and our office has not answered, with whose word it is. */
export function askedIn(tie: Tie, office: string, attribute: TieAttribute) {
  const side = (['a', 'b'] as const).find((one) => tie.cities[one].officeId !== null && tie.cities[one].officeId !== office);
  const other = side === undefined ? null : tie.cities[side].officeId;
  const own = tie.kept.find((kept) => kept.office === office)?.office;
  if (side === undefined || other === null || own === undefined) return null;
  const word = unansweredWord(tie.statements, attribute, { office: own, other });
  return word === null ? null : { side, other, ...word };
}

interface AskedProps extends AnswerOfProps {
  readonly side: Side;
  readonly other: string;
  readonly theirs: StatementShape;
  readonly ours: StatementShape | null;
  readonly isUnseen: boolean;
}

export const cannotSay = { type: 'unknown', reason: 'cannot_say' } as const;

interface Word {
  readonly tie: Pick<Tie, 'id'>;
  readonly office: string;
  readonly attribute: TieAttribute;
  /** The other side's office, and its city by name. */
  readonly other: string;
  readonly city: string;
  readonly theirs: StatementShape;
  readonly ours: StatementShape | null;
}

/** Says our word on theirs, to that side alone, with the way back; or shows it one that stands. */
export function useAnswering() {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const show = (other: string, { id: statementId, version: ifMatch }: Pick<StatementShape, 'id' | 'version'>) =>
    evidenceApi.setStatementAudience({ statementId, visibility: 'shared', sharedWith: [other] }, { context: { ifMatch } });
  const say = (read: () => Promise<Word | null>, valueOf: (word: Word) => StatementShape['value']) =>
    keep(
      async (context) => {
        const word = await read();
        if (word === null) return null;
        const { tie, office, attribute, theirs, ours, other, city } = word;
        const entry = { attribute, value: valueOf(word), kind: theirs.kind, supersedes: ours === null || isQuoted(ours) ? null : ours.id };
        const { entries } = await tiesApi.enterTieStatements({ tieId: tie.id, office, entries: [entry] }, { context });
        const [said] = entries;
        return { city, said: said === undefined ? null : await show(other, said) };
      },
      {
        said: (made) => (made === null ? t('ties.answered_meanwhile') : t('ties.answered', { city: made.city })),
        undo: (made) =>
          made !== null &&
          made.said !== null &&
          evidenceApi.withdrawStatement(
            { statementId: made.said.id, reason: t('ties.answer_taken_back') },
            { context: { ifMatch: made.said.version } },
          ),
      },
    );
  const reveal = (read: () => Promise<Word | null>) =>
    keep(
      async () => {
        const word = await read();
        if (word === null || word.ours === null) return null;
        await show(word.other, word.ours);
        return word.city;
      },
      { said: (city) => (city === null ? t('ties.answered_meanwhile') : t('ties.answered', { city })) },
    );
  return { say, reveal, ...action };
}

function Asked({ tie, office, attribute, onDiffer, side, other, theirs, ours, isUnseen }: AskedProps) {
  const { t } = useText();
  const naming = useNaming();
  const codeName = useCodeName(tie.classes);
  const attributeName = useAttributeName();
  const { say, reveal, ...action } = useAnswering();
  const city = naming(tie.cities[side].name);
  const word = () => Promise.resolve({ tie, office, attribute, other, city, theirs, ours });
  return (
    <Notice
      kind="plain"
      heading={t('ties.asks_for_answer', { city, attribute: attributeName(attribute, tie.cities) })}
      actions={
        <Buttons>
          <Button busy={action.busy} onPress={() => void say(word, () => theirs.value)}>
            {t('ties.we_agree')}
          </Button>
          {isUnseen && ours !== null && (
            <Button busy={action.busy} onPress={() => void reveal(word)}>
              {t('ties.show_answer', { city })}
            </Button>
          )}
          <Button onPress={onDiffer}>{t('ties.we_differ')}</Button>
          <Button busy={action.busy} onPress={() => void say(word, () => cannotSay)}>
            {t('ties.we_cannot_say')}
          </Button>
        </Buttons>
      }
    >
      <p>
        <Value value={theirs.value} codeName={codeName} />
        {ours !== null && (
          <>
            {t('ties.semicolon_between')}
            {t('ties.our_word_so_far')} <Value value={ours.value} codeName={codeName} />
          </>
        )}
      </p>
      <p className="note">{t('ties.answer_note', { city })}</p>
      <TroubleNotice trouble={action.trouble} />
    </Notice>
  );
}
