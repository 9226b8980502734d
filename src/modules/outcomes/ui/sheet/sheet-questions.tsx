// What is asked of a list: once for all rows in which the same stands, each with the answers that settle it.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import { useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import type { SheetReadingShown } from '../../contract/sheets.ts';
import { standingChoices, type SheetAnswer } from '../../domain/sheet/answers.ts';
import { outcomeKinds } from '../../domain/outcome.ts';
import { stages } from '../../domain/stages.ts';

/** Sentences of what is asked. */
const known = [
  ...(['sheet_no_title', 'sheet_note_too_long', 'sheet_no_kind', 'sheet_which_kind', 'sheet_no_stage', 'sheet_which_stage'] as const),
  ...(['sheet_which_city', 'sheet_which_organisation', 'sheet_name_too_long', 'sheet_future_day', 'sheet_no_currency'] as const),
  ...(['sheet_which_currency', 'sheet_currency_unknown', 'sheet_currencies_differ', 'sheet_bad_count', 'sheet_may_be_same'] as const),
  ...(['sheet_twice', 'round_amount', 'above_company'] as const),
] as const;

/** What the sentences name; each names its own part of it. */
const unsaid = { name: '', cell: '', date: '', amount: '', people: '', title: '', line: '', word: '' };

type Question = SheetReadingShown['rows'][number]['questions'][number];

interface Group {
  readonly question: Question;
  readonly lines: readonly number[];
}

const keyOf = ({ about, of }: Pick<Question, 'about' | 'of'>): string => `${about}\n${of}`;

/** The questions in the order in which they come up, each with the rows that it is about. */
function groupsOf({ rows }: SheetReadingShown): readonly Group[] {
  const asked = rows.flatMap(({ line, questions }) => questions.map((question) => ({ line, question })));
  return [...Map.groupBy(asked, ({ question }) => keyOf(question)).values()].flatMap((of) =>
    of[0] === undefined ? [] : [{ question: of[0].question, lines: of.map(({ line }) => line) }],
  );
}

interface SheetQuestionsProps {
  readonly reading: SheetReadingShown;
  readonly answers: readonly SheetAnswer[];
  readonly onAnswer: (answer: SheetAnswer) => void;
}

/** What was answered stays in sight, so that it can be answered otherwise. */
export function SheetQuestions({ reading, answers, onAnswer }: SheetQuestionsProps) {
  const { t } = useText();
  const [settled, setSettled] = useState<readonly Group[]>([]);
  const open = groupsOf(reading);
  const answered = settled.filter(({ question }) => answers.some((one) => keyOf(one) === keyOf(question)));
  const all = [...answered, ...open.filter(({ question }) => answered.every((one) => keyOf(one.question) !== keyOf(question)))];
  if (all.length === 0) return null;
  const choose = (group: Group, choice: string) => {
    const { about, of } = group.question;
    setSettled([...settled.filter(({ question }) => keyOf(question) !== keyOf(group.question)), group]);
    onAnswer({ about, of, choice });
  };
  return (
    <Section title={t('outcomes.sheet_questions')} count={open.length} attention={open.length > 0}>
      {all.map((group) => (
        <QuestionField
          key={keyOf(group.question)}
          {...group}
          names={reading.names}
          value={answers.find((one) => keyOf(one) === keyOf(group.question))?.choice ?? ''}
          onChoose={(choice) => choose(group, choice)}
        />
      ))}
    </Section>
  );
}

interface QuestionFieldProps extends Group {
  readonly names: SheetReadingShown['names'];
  readonly value: string;
  readonly onChoose: (choice: string) => void;
}

function QuestionField({ question, lines, names, value, onChoose }: QuestionFieldProps) {
  const { t } = useText();
  const words = useSheetWords(names);
  const options = question.choices.map((choice) => ({ value: choice, text: words.choice(question, choice) }));
  return (
    <SelectField
      name={keyOf(question)}
      label={words.question(question)}
      hint={t('outcomes.sheet_in_rows', { count: lines.length, line: lines[0] ?? 0 })}
      options={[{ value: '', text: t('outcomes.sheet_choose') }, ...options]}
      value={value}
      onChange={onChoose}
    />
  );
}

function useSheetWords(names: SheetReadingShown['names']) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const spelt = (text: string): string => formats.spelt(formats.flexDate({ text, qualifier: 'exact' }));
  return {
    question: ({ about, of, code, params }: Question): string => {
      const key = known.find((one) => `outcomes.${one}` === code);
      if (key !== undefined) return t(`outcomes.${key}`, { ...unsaid, ...params });
      return t(about === 'date' ? 'outcomes.sheet_which_date' : 'outcomes.sheet_which_amount', { cell: of.slice(0, 60) });
    },
    choice: ({ about }: Question, choice: string): string => {
      if (about === 'same' && choice === 'as_is') return t('outcomes.sheet_choice_another');
      const standing = standingChoices.find((one) => one === choice);
      if (standing !== undefined) return t(`outcomes.sheet_choice_${standing}`);
      const kind = outcomeKinds.find((one) => one === choice);
      if (kind !== undefined) return t(`outcomes.kind_${kind}`);
      const stage = stages.find((one) => one === choice);
      if (stage !== undefined) return t(`design.stage_${stage}`);
      const named = names.find(({ id }) => id === choice);
      if (named !== undefined) return naming(named.name);
      return about === 'date' ? spelt(choice) : choice;
    },
  };
}
