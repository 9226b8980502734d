// A paste in the grid: a banner that says how it went, and below the rows those that ask something, each with its answers.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { fold } from '#kernel/fold.ts';
import { Button, ButtonAnchor, TextAction } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Attention } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { PastedRowShown, PasteShown, QuestionShown, RowAnswerInput } from '../../contract/register.ts';
import { questionGroups, questionKey } from '../../domain/paste/groups.ts';
import { deskApi } from '../client.ts';
import { asksCity, OtherCity, OtherDate, useAnswers, useQuestionWords } from './paste-question.tsx';
import { useRowNamed } from './paste-questions.tsx';
import type { NamedClass } from '#modules/ties/ui/words.tsx';

/** The first row that asks something. */
const FIRST_OPEN = 'paste-first-open';

function showFirstOpen(): void {
  const row = document.getElementById(FIRST_OPEN);
  row?.scrollIntoView({ block: 'center', inline: 'start' });
  row?.nextElementSibling?.querySelector('button')?.focus({ preventScroll: true });
}

const isOpen = ({ state }: PastedRowShown): boolean => state === 'question' || state === 'not_understood';

interface PasteBannerProps {
  readonly paste: PasteShown;
  /** The names of the ties on which the office has worked since. */
  readonly worked: readonly string[];
  readonly onUndone: (count: number, worked: readonly string[]) => void;
}

export function PasteBanner({ paste, worked, onUndone }: PasteBannerProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const action = useAction();
  const [asked, setAsked] = useState(false);
  const open = paste.rows.filter(isOpen).length;
  const left = paste.rows.filter(({ state }) => state === 'left_out');
  // Rows of a tie that another row names are saved with it, and counted: else the figures would not add up to what was pasted.
  const joined = paste.rows.filter(({ state }) => state === 'joined');
  const rowNamed = useRowNamed();
  const namesOf = (rows: typeof paste.rows): string => formats.list(rows.map((row) => rowNamed(row, paste.columns)));
  const change = (act: () => Promise<unknown>) =>
    void action.run(async () => {
      await act();
      await queryClient.invalidateQueries();
    });
  return (
    <Notice
      live
      heading={t('desk.rows_kept', { count: paste.kept })}
      actions={
        <>
          <Button onPress={() => setAsked(true)}>{t('desk.undo_paste')}</Button>
          <ButtonAnchor href={`/api/v1/pastes/${paste.id}/problem-list?format=xlsx&language=${language}`} download>
            {t('desk.problem_list')}
          </ButtonAnchor>
          <Button busy={action.busy} onPress={() => change(() => deskApi.settlePaste({ pasteId: paste.id }))}>
            {t('desk.paste_done')}
          </Button>
        </>
      }
    >
      {open > 0 && (
        <>
          <Attention>{t('desk.rows_need_look', { count: open })}</Attention>{' '}
          <TextAction onPress={showFirstOpen}>{t(open === 1 ? 'desk.show_open_row' : 'desk.show_open_rows')}</TextAction>{' '}
        </>
      )}
      {left.length > 0 && <>{t('desk.rows_left_out', { count: left.length, cities: namesOf(left) })} </>}
      {joined.length > 0 && <>{t('desk.rows_joined', { count: joined.length, cities: namesOf(joined) })} </>}
      {t('desk.paste_private')}
      {action.trouble !== null && <p>{action.trouble.message}</p>}
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title={t('desk.undo_paste')}
        confirmText={t('desk.undo_paste_of', { count: paste.kept })}
        busy={action.busy}
        onConfirm={() => {
          setAsked(false);
          change(async () => {
            await deskApi.undoPaste({ pasteId: paste.id });
            onUndone(paste.kept, worked);
          });
        }}
      >
        <p>{t('desk.undo_paste_note')}</p>
        <p>
          {worked.length === 0 ? t('desk.none_worked_on') : t('desk.worked_on_stay', { count: worked.length, names: formats.list(worked) })}
        </p>
      </Confirm>
    </Notice>
  );
}

interface PasteRowsProps {
  readonly paste: PasteShown;
  readonly classes: readonly NamedClass[];
  /** Columns of the grid. */
  readonly width: number;
  /** The office's own city, which is never the other end. */
  readonly own: string | null;
  /** What is searched for in the grid: rows without it stand back, with a line that says so. */
  readonly words: string;
}

/** Whether a row as it was copied holds the words. */
const holds = ({ cells }: PastedRowShown, words: string): boolean => cells.some((cell) => fold(cell).includes(words));

export function PasteRows({ paste, classes, width, own, words }: PasteRowsProps) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const open = paste.rows.filter(isOpen);
  const country = paste.columns.indexOf('country');
  const countryOf = ({ cells }: PastedRowShown): string => (cells[country] ?? '').trim();
  /** Rows that ask the same are answered together; a row is left out for itself. */
  const answer = (row: PastedRowShown, given: Omit<RowAnswerInput, 'row'>, question: QuestionShown | null) => {
    const asked = question === null ? '' : questionKey(question, row, countryOf(row));
    const group = questionGroups(open, countryOf).find(({ key }) => key === asked);
    const rows = given.leaveOut === true || group === undefined ? [row.number] : group.rows.map(({ number }) => number);
    void deskApi.answerPaste({ pasteId: paste.id, answers: rows.map((row) => ({ ...given, row })) }).then(
      () => queryClient.invalidateQueries(),
      (error: unknown) => toast({ text: troubleOf(error).message }),
    );
  };
  const shown = open.filter((row) => holds(row, fold(words)));
  return (
    <>
      {shown.map((row, at) => (
        <OpenRow
          key={row.number}
          id={at === 0 ? FIRST_OPEN : undefined}
          row={row}
          paste={paste}
          classes={classes}
          width={width}
          own={own}
          onAnswer={answer}
        />
      ))}
      {shown.length < open.length && (
        <tr className="fresh flag why" id={shown.length === 0 ? FIRST_OPEN : undefined}>
          <td className="gut" />
          <td colSpan={width}>{t('desk.questions_stand_back', { count: open.length - shown.length })}</td>
        </tr>
      )}
    </>
  );
}

interface OpenRowProps extends Pick<PasteRowsProps, 'paste' | 'classes' | 'width' | 'own'> {
  readonly row: PastedRowShown;
  readonly id: string | undefined;
  readonly onAnswer: (row: PastedRowShown, answer: Omit<RowAnswerInput, 'row'>, question: QuestionShown | null) => void;
}

function OpenRow({ row, id, paste, classes, width, own, onAnswer }: OpenRowProps) {
  const { t } = useText();
  const rowNamed = useRowNamed();
  const cellOf = (meaning: PasteShown['columns'][number]): string => row.cells[paste.columns.indexOf(meaning)] ?? '';
  const flagged = (about: QuestionShown['about']): string | undefined =>
    row.questions.some((question) => question.about === about) ? 'flagged' : undefined;
  return (
    <>
      <tr className="fresh flag" id={id}>
        <td className="gut">{row.line}</td>
        <th scope="row" className={flagged('city')}>
          {cellOf('city') === '' ? cellOf('code') : cellOf('city')}
        </th>
        <td className={['deskcell', flagged('country') ?? ''].join(' ').trim()}>{cellOf('country')}</td>
        <td className={['deskcell', flagged('class') ?? flagged('earlier_class') ?? ''].join(' ').trim()}>{cellOf('class')}</td>
        <td className={['num', flagged('since') ?? flagged('earlier') ?? ''].join(' ').trim()}>{cellOf('since')}</td>
        <td className={['deskcell', flagged('status') ?? flagged('earlier_status') ?? ''].join(' ').trim()}>{cellOf('status')}</td>
        <td className={['deskcell', flagged('earlier_note') ?? ''].join(' ').trim()} colSpan={width - 5}>
          {cellOf('note')}
        </td>
      </tr>
      <tr className="fresh flag why">
        <td className="gut" />
        <td colSpan={width}>
          {row.questions.map((question) => (
            <Answers key={question.code} {...{ row, question, classes, own, onAnswer }} typed={cellOf('city')} />
          ))}
          <TextAction onPress={() => onAnswer(row, { leaveOut: true }, null)}>
            {t('desk.leave_out', { count: 1, cities: rowNamed(row, paste.columns) })}
          </TextAction>
        </td>
      </tr>
    </>
  );
}

interface AnswersProps extends Pick<OpenRowProps, 'row' | 'classes' | 'own' | 'onAnswer'> {
  readonly question: QuestionShown;
  readonly typed: string;
}

function Answers({ row, question, classes, own, onAnswer, typed }: AnswersProps) {
  const { t } = useText();
  const words = useQuestionWords(classes);
  const offered = useAnswers(classes)(question, [typed]).filter(({ answer }) => answer.leaveOut !== true);
  const [other, setOther] = useState(false);
  const isCity = asksCity(question);
  const isDate = question.about === 'since';
  const give = (answer: Omit<RowAnswerInput, 'row'>) => onAnswer(row, answer, question);
  return (
    <>
      <span className="btns">
        <span>{words(question)}</span>
        {question.about === 'country' && (
          <CountryField
            name="country"
            label={t('desk.meaning_country')}
            value=""
            onChange={(country) => country !== '' && give({ country })}
          />
        )}
        {(question.about === 'country' ? [] : offered).map(({ key, text, answer }) => (
          <TextAction key={key} onPress={() => give(answer)}>
            {text}
          </TextAction>
        ))}
        {(isCity || isDate) && <TextAction onPress={() => setOther(true)}>{t(isCity ? 'desk.other_city' : 'desk.other_date')}</TextAction>}
      </span>
      {other && isCity && <OtherCity begin={typed} own={own} onGive={give} onClose={() => setOther(false)} />}
      {other && isDate && <OtherDate onClose={() => setOther(false)} onGive={(since) => give({ since })} />}
    </>
  );
}
