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
  const side = (['a', 'b'] as const).find((one) => tie.cities[one].officeId !== null && tie.cities[one].officeId !== office);
  const other = side === undefined ? null : tie.cities[side].officeId;
  const own = tie.kept.find((kept) => kept.office === office)?.office;
  if (side === undefined || other === null || own === undefined) return null;
  const word = unansweredWord(tie.statements, attribute, { office: own, other });
  return word === null ? null : <Asked {...{ tie, office, attribute, onDiffer, side, other }} {...word} />;
}

interface AskedProps extends AnswerOfProps {
  readonly side: Side;
  readonly other: string;
  readonly theirs: StatementShape;
  readonly ours: StatementShape | null;
  readonly isUnseen: boolean;
}

const cannotSay = { type: 'unknown', reason: 'cannot_say' } as const;

function Asked({ tie, office, attribute, onDiffer, side, other, theirs, ours, isUnseen }: AskedProps) {
  const { t } = useText();
  const naming = useNaming();
  const codeName = useCodeName(tie.classes);
  const attributeName = useAttributeName();
  const { keep, ...action } = useKeeping();
  const city = naming(tie.cities[side].name);
  const show = ({ id: statementId, version: ifMatch }: Pick<StatementShape, 'id' | 'version'>) =>
    evidenceApi.setStatementAudience({ statementId, visibility: 'shared', sharedWith: [other] }, { context: { ifMatch } });
  const say = (value: StatementShape['value']) =>
    void keep(
      async (context) => {
        const entry = { attribute, value, kind: theirs.kind, supersedes: ours === null || isQuoted(ours) ? null : ours.id };
        const { entries } = await tiesApi.enterTieStatements({ tieId: tie.id, office, entries: [entry] }, { context });
        const [said] = entries;
        return said === undefined ? null : show(said);
      },
      {
        said: t('ties.answered', { city }),
        undo: (said) =>
          said !== null &&
          evidenceApi.withdrawStatement(
            { statementId: said.id, reason: t('ties.answer_taken_back') },
            { context: { ifMatch: said.version } },
          ),
      },
    );
  return (
    <Notice
      kind="plain"
      heading={t('ties.asks_for_answer', { city, attribute: attributeName(attribute, tie.cities) })}
      actions={
        <Buttons>
          <Button busy={action.busy} onPress={() => say(theirs.value)}>
            {t('ties.we_agree')}
          </Button>
          {isUnseen && ours !== null && (
            <Button busy={action.busy} onPress={() => void keep(() => show(ours), { said: t('ties.answered', { city }) })}>
              {t('ties.show_answer', { city })}
            </Button>
          )}
          <Button onPress={onDiffer}>{t('ties.we_differ')}</Button>
          <Button busy={action.busy} onPress={() => say(cannotSay)}>
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
