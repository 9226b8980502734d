// What was said, as it is typed: stage, count, amount with its currency, how it is meant, when, and where it is said.
import { useText } from '#client/language.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, noDate, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, TextField } from '#design/fields/field.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { ownSource, sourceIsDoubtful, sourceOfDraft, SourceFields, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import { isDoubtful } from '#design/fields/date-field.tsx';
import { PapersAsked } from '../evidence/papers-asked.tsx';
import { stages, type Stage } from '../../domain/stages.ts';
import { useStageWord } from '../words.tsx';
import { blankStated, StatedFields, statedOfDraft, type StatedDraft, type StatedFieldsProps } from './stated-fields.tsx';

export interface FigureDraft extends StatedDraft {
  readonly stage: Stage;
  readonly valueDate: TypedDate;
  readonly note: string;
  readonly saidBy: string;
  readonly about: string;
  readonly source: SourceDraft;
}

export const blankFigure = (currency: string): FigureDraft => ({
  stage: 'potential',
  ...blankStated(currency),
  valueDate: noDate,
  note: '',
  saidBy: '',
  about: '',
  source: ownSource,
});

/** Whether something in the draft is not understood: then nothing is asked before the server has told all that is wrong. */
export const figureIsDoubtful = ({ valueDate, source }: FigureDraft): boolean => isDoubtful(valueDate) || sourceIsDoubtful(source);

/** As sent. */
export function figureOfDraft({ stage, valueDate, note, saidBy, about, source, ...stated }: FigureDraft) {
  const cited = sourceOfDraft(source);
  return {
    ...{ stage, ...statedOfDraft(stated) },
    ...{ valueDate: valueDate.date, note: filledLine(note), saidBy: filledLine(saidBy), about: filledLine(about) },
    ...(cited === undefined ? {} : { source: cited }),
  };
}

export interface FigureFieldsProps {
  /** Before the names of the fields: 'entry.' inside the form of an outcome. */
  readonly prefix?: string;
  readonly of: StatedFieldsProps['of'];
  readonly office: string;
  readonly value: FigureDraft;
  readonly onChange: (value: FigureDraft) => void;
  readonly stagesOffered?: readonly Stage[];
}

/** All of them, or apart: what was said, and when, by whom and where it was. */
export const FigureFields = (props: FigureFieldsProps) => (
  <>
    <SaidFields {...props} />
    <SayingFields {...props} />
  </>
);

export function SaidFields({ prefix = '', of, value, onChange, stagesOffered = stages }: FigureFieldsProps) {
  const { t } = useText();
  const word = useStageWord();
  const set = (change: Partial<FigureDraft>) => onChange({ ...value, ...change });
  const field = bind(value, onChange, prefix);
  return (
    <>
      <ChoiceField
        {...field('stage')}
        label={t('outcomes.stage')}
        options={stagesOffered.map((stage) => ({ value: stage, text: word(stage, { kind: of.kind }) }))}
      />
      <Fields>
        <StatedFields {...{ prefix, of, value }} onChange={set} />
      </Fields>
    </>
  );
}

export function SayingFields({ prefix = '', of, office, value, onChange }: FigureFieldsProps) {
  const { t } = useText();
  const byLink = useSession()?.holder === 'link';
  const field = bind(value, onChange, prefix);
  return (
    <>
      <DateField {...field('valueDate')} label={t('outcomes.value_date')} optional />
      <Fields>
        <TextField {...field('saidBy')} label={t('evidence.said_by')} hint={t('outcomes.said_by_hint')} optional />
        <TextField {...field('about')} label={t('evidence.about')} hint={t('outcomes.about_hint')} optional />
      </Fields>
      {/* Sources are an office's: a personal link says what the company itself says. */}
      {!byLink && <SourceFields {...field('source')} office={office} />}
      {!byLink && <PapersAsked kind={of.kind} stage={value.stage} office={office} />}
    </>
  );
}
