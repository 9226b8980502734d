// What is asked of a table of rates: once for all cells in which the same stands.
import { useState } from 'react';
import { currencyList } from '#client/currency-list.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import { Section } from '#design/page.tsx';
import type { RateReadingShown } from '../../contract/rates.ts';
import type { RateAnswer } from '../../domain/rates/read-table.ts';

type Question = RateReadingShown['questions'][number];

const known = [
  ...(['rate_which_currency', 'rate_no_currency', 'rate_unclear', 'rate_too_fine', 'rate_not_above_zero'] as const),
  ...(['rate_no_date', 'rate_date_unclear', 'rate_date_rough', 'rate_twice'] as const),
] as const;

const unsaid = { cell: '', currency: '', period: '', rates: '' };
const keyOf = ({ about, of }: Pick<Question, 'about' | 'of'>): string => `${about} ${of}`;

interface RateQuestionsProps {
  readonly questions: readonly Question[];
  readonly answers: readonly RateAnswer[];
  readonly onAnswer: (answer: RateAnswer) => void;
}

/** What was answered stays in sight, so that it can be answered otherwise. */
export function RateQuestions({ questions, answers, onAnswer }: RateQuestionsProps) {
  const { t } = useText();
  const [settled, setSettled] = useState<readonly Question[]>([]);
  const answered = settled.filter((question) => answers.some((one) => keyOf(one) === keyOf(question)));
  const all = [...answered, ...questions.filter((question) => answered.every((one) => keyOf(one) !== keyOf(question)))];
  if (all.length === 0) return null;
  const choose = (question: Question, choice: string) => {
    setSettled([...settled.filter((one) => keyOf(one) !== keyOf(question)), question]);
    onAnswer({ about: question.about, of: question.of, choice });
  };
  return (
    <Section title={t('outcomes.rates_questions')} count={questions.length} attention={questions.length > 0}>
      {all.map((question) => (
        <QuestionField
          key={keyOf(question)}
          question={question}
          value={answers.find((one) => keyOf(one) === keyOf(question))?.choice ?? ''}
          onChoose={(choice) => choose(question, choice)}
        />
      ))}
    </Section>
  );
}

function QuestionField({
  question,
  value,
  onChoose,
}: {
  readonly question: Question;
  readonly value: string;
  readonly onChoose: (choice: string) => void;
}) {
  const { t, language } = useText();
  const formats = useFormats();
  const { about, code, params, choices, cells, line } = question;
  const key = known.find((one) => `outcomes.${one}` === code);
  const named = (currency: string): string => t('design.currency_named', { code: currency, name: formats.currency(currency) });
  // Any currency can be meant; those that the word may mean stand first.
  const others = about === 'currency' ? currencyList(language).flatMap(({ code: one }) => (choices.includes(one) ? [] : [one])) : [];
  const options = [...choices, ...others].map((choice) => ({
    value: choice,
    text:
      about === 'currency'
        ? named(choice)
        : about === 'date'
          ? formats.spelt(formats.flexDate({ text: choice, qualifier: 'exact' }))
          : choice,
  }));
  return (
    <SelectField
      name={keyOf(question)}
      label={key === undefined ? code : t(`outcomes.${key}`, { ...unsaid, ...params })}
      hint={t('outcomes.rates_in_cells', { count: cells, line })}
      options={[{ value: '', text: t('outcomes.rates_choose') }, { value: 'leave', text: t('outcomes.rates_leave') }, ...options]}
      value={value}
      onChange={onChoose}
    />
  );
}
