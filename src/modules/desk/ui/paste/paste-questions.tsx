// What a range asks before it is kept: each question once, with the answer that a person would most likely give chosen already.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { writing } from '#kernel/language.ts';
import type { PastedRowShown, PasteReadingShown, QuestionShown, RowAnswerInput } from '../../contract/register.ts';
import { questionGroups, type QuestionGroup } from '../../domain/paste/groups.ts';
import { isRegisterPlace } from '../../domain/paste/changes.ts';
import { cityKey } from '../../domain/paste/verdicts.ts';
import { asksCity, OtherCity, OtherDate, useAnswers, useQuestionWords } from './paste-question.tsx';
import type { NamedClass } from '#modules/ties/ui/words.tsx';
import './paste.css';

export type Given = Omit<RowAnswerInput, 'row'>;
export type Group = QuestionGroup<QuestionShown, PastedRowShown>;
/** A question with what was answered; null: later. */
export type Answered = readonly [Group, Given | null];

/** What a person has chosen, by question; null: to be decided later, in the grid. Nothing for what was left as it is suggested. */
export type ChosenAnswers = ReadonlyMap<string, Given | null>;

export const groupsOf = (reading: PasteReadingShown): readonly Group[] =>
  questionGroups(reading.rows, ({ cells }) => (cells[reading.columns.indexOf('country')] ?? '').trim());

export const answerOf = ({ key, question }: Group, chosen: ChosenAnswers): Given | null => {
  const given = chosen.get(key);
  return given === undefined ? question.suggested : given;
};

/** The answers of all rows, suggestions among them; a row with a question that is put off stays open with the answers it has. */
export function answersFor(groups: readonly Group[], chosen: ChosenAnswers): readonly RowAnswerInput[] {
  const answers = new Map<number, RowAnswerInput>();
  for (const group of groups) {
    const given = answerOf(group, chosen);
    if (given === null) continue;
    for (const { number } of group.rows) {
      const { asNote = [], ...before } = answers.get(number) ?? { row: number };
      const noted = [...new Set([...asNote, ...(given.asNote ?? [])])];
      answers.set(number, { ...before, ...given, ...(noted.length === 0 ? {} : { asNote: noted }) });
    }
  }
  return [...answers.values()];
}

/** The city of a row as it was copied; empty where it names none. */
export const cityWritten = ({ cells }: PastedRowShown, columns: PasteReadingShown['columns']): string => {
  const cell = (meaning: 'city' | 'code'): string => (cells[columns.indexOf(meaning)] ?? '').trim();
  return cell('city') || cell('code');
};

/** By what a person knows which tie is meant: the city as it was copied, else which row it is. */
export function useRowNamed() {
  const { t } = useText();
  return (row: PastedRowShown, columns: PasteReadingShown['columns']): string =>
    cityWritten(row, columns) || t('desk.row_numbered', { row: row.line });
}

/** It is saved with another row, which names the same tie. */
export const namesTieOfAnother = ({ state, with: line }: PastedRowShown): boolean =>
  state === 'joined' || (state === 'understood' && line !== null);

interface Outlook {
  readonly kept: number;
  readonly open: number;
  /** Whole rows that an answer leaves out. */
  readonly left: readonly PastedRowShown[];
}

/** How many rows are kept with these answers, how many are still asked about, and which are left out. */
export function outlook(reading: PasteReadingShown, chosen: ChosenAnswers): Outlook {
  const put = new Set(
    groupsOf(reading).flatMap((group) => (answerOf(group, chosen) === null ? group.rows.map(({ number }) => number) : [])),
  );
  const left = new Set(answersFor(groupsOf(reading), chosen).flatMap(({ row, leaveOut }) => (leaveOut === true ? [row] : [])));
  const asking = reading.rows.filter(({ questions }) => questions.length > 0);
  const postponed = new Set(reading.rows.flatMap(({ number, line }) => (put.has(number) ? [line] : [])));
  // What another row of its tie still asks takes it in once that is answered.
  const isKept = (row: PastedRowShown): boolean => row.state === 'understood' && (row.with === null || postponed.has(row.with));
  const understood = reading.rows.filter(isKept).length;
  const open = asking.filter(({ number }) => put.has(number) && !left.has(number)).length;
  return {
    kept: understood + asking.filter(({ number }) => !put.has(number) && !left.has(number)).length,
    open,
    left: reading.rows.filter(({ number }) => left.has(number)),
  };
}

const LATER = 'later';
const OTHER = 'other';
const CHOSEN = 'chosen';
const SUGGESTED = 'suggested';

interface PasteQuestionsProps {
  readonly reading: PasteReadingShown;
  readonly classes: readonly NamedClass[];
  /** The office's own city, which is never the other end. */
  readonly own: string | null;
  readonly chosen: ChosenAnswers;
  /** Questions that are answered already and have changed what is read: they can be answered otherwise. */
  readonly settled: readonly Group[];
  readonly onChoose: (answered: readonly Answered[]) => void;
}

/** A question that was answered stays in its place. */
const byLine = (one: Group, other: Group): number => (one.rows[0]?.line ?? 0) - (other.rows[0]?.line ?? 0);

/** In which order the kinds of questions stand. */
const kinds = ['country', 'city', 'since', 'class', 'status', 'row'] as const;

export function PasteQuestions({ reading, classes, own, chosen, settled, onChoose }: PasteQuestionsProps) {
  const { t } = useText();
  const rowNamed = useRowNamed();
  const before = new Set(settled.map(({ key }) => key));
  // Until the rows are read again, they still ask what was just answered.
  const groups = [...settled, ...groupsOf(reading).filter(({ key }) => !before.has(key))].filter(
    ({ question }) => !isRegisterPlace(question.about),
  );
  if (groups.length === 0) return null;
  const suggested = groups.filter(({ question }) => question.suggested !== null).length;
  const done = groups.filter((group) => answerOf(group, chosen) !== null).length;
  const ordered = kinds.map((about) => ({ about, own: groups.filter(({ question }) => question.about === about).toSorted(byLine) }));
  const numberOf = new Map(ordered.flatMap(({ own: some }) => some).map(({ key }, at) => [key, at + 1]));
  return (
    <section className="spaced" aria-labelledby="paste-questions">
      <h3 id="paste-questions">{t('desk.questions_asked', { count: groups.length })}</h3>
      <p className="note">
        {t(suggested === 0 ? 'desk.questions_open_note' : suggested < groups.length ? 'desk.questions_some_note' : 'desk.questions_note')}{' '}
        <span aria-live="polite">{t('desk.questions_progress', { done, count: groups.length })}</span>
      </p>
      {ordered.map(({ about, own: some }) => (
        <div key={about}>
          {some.length >= FEWEST_ALIKE && <AllAlike {...{ groups: some, classes, onChoose }} />}
          <ul className="askings">
            {some.map((group) => (
              <QuestionLine
                key={group.key}
                {...{ group, classes, own }}
                number={t('desk.question_number', { number: numberOf.get(group.key) ?? 0, count: groups.length })}
                cities={[...new Set(group.rows.map((row) => cityWritten(row, reading.columns)).filter((city) => city !== ''))]}
                named={[...new Set(group.rows.map((row) => rowNamed(row, reading.columns)))]}
                given={answerOf(group, chosen)}
                isSuggested={group.question.suggested !== null && !chosen.has(group.key)}
                onGive={(answer) => onChoose([[group, answer]])}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** From so many questions of a kind on they can be answered at once. */
const FEWEST_ALIKE = 3;

/** What the questions of a kind are about. */
const headOf = (about: QuestionShown['about']) =>
  about === 'city' || about === 'country' || about === 'since' || about === 'class' || about === 'status'
    ? (`desk.meaning_${about}` as const)
    : ('desk.row' as const);

interface AllAlikeProps extends Pick<PasteQuestionsProps, 'classes' | 'onChoose'> {
  readonly groups: readonly Group[];
}

/** One answer for all questions of a kind, of those that each of them offers. */
function AllAlike({ groups, classes, onChoose }: AllAlikeProps) {
  const { t } = useText();
  const answersOf = useAnswers(classes);
  const offered = groups.map(({ question }) => answersOf(question, []).filter(({ key }) => key !== 'out'));
  const [first = [], ...rest] = offered;
  const shared = first.filter(({ key }) => rest.every((answers) => answers.some((other) => other.key === key)));
  const likely = groups.filter(({ question }) => question.suggested !== null);
  const about = groups[0]?.question.about;
  const choose = (value: string): void =>
    onChoose(
      groups.flatMap((group, at): readonly Answered[] => {
        if (value === LATER) return [[group, null]];
        const answer = value === SUGGESTED ? group.question.suggested : offered[at]?.find(({ key }) => key === value)?.answer;
        return answer == null ? [] : [[group, answer]];
      }),
    );
  return (
    <label className="alike">
      <b>{about === undefined ? '' : t(headOf(about))}</b>
      <select value="" onChange={({ target }) => choose(target.value)}>
        <option value="">{t('desk.answer_all_alike', { count: groups.length })}</option>
        {likely.length > 0 && <option value={SUGGESTED}>{t('desk.as_suggested', { count: likely.length })}</option>}
        {shared.map(({ key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
        <option value={LATER}>{t('ties.decide_later')}</option>
      </select>
    </label>
  );
}

interface QuestionLineProps extends Pick<PasteQuestionsProps, 'classes' | 'own'> {
  readonly group: Group;
  /** Which one it is, of how many. */
  readonly number: string;
  /** Of its rows, as they are written. */
  readonly cities: readonly string[];
  /** The same, of rows without a city by their number. */
  readonly named: readonly string[];
  readonly given: Given | null;
  readonly isSuggested: boolean;
  readonly onGive: (answer: Given | null) => void;
}

const isSame = (a: Given, b: Given): boolean => {
  if (a.city !== undefined || b.city !== undefined)
    return a.city !== undefined && b.city !== undefined && cityKey(a.city) === cityKey(b.city);
  return JSON.stringify(a) === JSON.stringify(b);
};

function QuestionLine({ group, number, cities, named, classes, own, given, isSuggested, onGive }: QuestionLineProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const words = useQuestionWords(classes);
  const offered = useAnswers(classes)(group.question, named);
  const [other, setOther] = useState(false);
  const [isCity, isDate] = [asksCity(group.question), group.question.about === 'since'];
  const at = given === null ? -1 : offered.findIndex(({ answer }) => isSame(answer, given));
  const value = given === null ? LATER : at < 0 ? CHOSEN : String(at);
  const lines = group.rows.map(({ line }) => String(line));
  const rows = t('desk.question_rows', { rows: formats.list(lines.slice(0, 8)), count: lines.length });
  const question = words(group.question);
  const label =
    cities.length === 0
      ? `${rows}${writing[language].blank}${question}`
      : t('desk.question_of', { rows, cities: formats.list(cities.slice(0, 8)), question });
  const choose = (key: string) => {
    if (key === OTHER) setOther(true);
    else if (key !== CHOSEN) onGive(key === LATER ? null : (offered[Number(key)]?.answer ?? null));
  };
  return (
    <li className={given === null ? 'open' : undefined}>
      <label>
        <span>
          <span className="note">{number}</span> {label}
        </span>
        <select value={value} onChange={(event) => choose(event.target.value)}>
          {value === CHOSEN && given !== null && (
            <option value={CHOSEN}>
              {given.city?.name ??
                (given.since === undefined
                  ? ''
                  : formats.spelt(formats.flexDate({ text: given.since.text, qualifier: given.since.qualifier ?? 'exact' })))}
            </option>
          )}
          {offered.map(({ key, text }, place) => (
            <option key={key} value={place}>
              {text}
            </option>
          ))}
          {(isCity || isDate) && <option value={OTHER}>{t(isCity ? 'desk.other_city_choose' : 'desk.other_date_type')}</option>}
          <option value={LATER}>{t('ties.decide_later')}</option>
        </select>
      </label>
      {isSuggested && <span className="note">{t('desk.suggested')}</span>}
      {other && isDate && <OtherDate onGive={(since) => onGive({ since })} onClose={() => setOther(false)} />}
      {other && isCity && (
        <OtherCity
          begin={group.question.about === 'country' ? '' : String(group.question.params['cell'] ?? '')}
          own={own}
          onGive={onGive}
          onClose={() => setOther(false)}
        />
      )}
    </li>
  );
}
