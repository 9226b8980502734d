// What a pasted row asks, as a sentence; an answer as a button.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useState } from 'react';
import { Button } from '#design/button.tsx';
import { DateField, noDate } from '#design/fields/date-field.tsx';
import { useCountryOptions } from '#design/fields/country-field.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { markedTitle } from '#kernel/written-language.ts';
import type { QuestionShown, RowAnswerInput } from '../../contract/register.ts';
import { statuses, type Status } from '#modules/ties/domain/attributes.ts';
import { answerWith, earlierChoices, isRegisterPlace } from '../../domain/paste/changes.ts';
import { cityKey } from '../../domain/paste/verdicts.ts';
import { dateDoubts } from '#reading/dates.ts';
import { CityChooser } from '#modules/cities/ui/search/city-chooser.tsx';
import { useTelling } from '#modules/cities/ui/search/city-telling.ts';
import { useClassName, type NamedClass } from '#modules/ties/ui/words.tsx';

/** Every code that a row can raise has a text; what else comes is said in general. */
const known = [
  ...dateDoubts,
  'ties.with_itself',
  'desk.paste_city_missing',
  'desk.paste_city_unknown',
  'desk.paste_country_unknown',
  'desk.paste_city_several',
  'desk.paste_cities_in_cell',
  'desk.paste_class_unknown',
  'desk.paste_status_unknown',
  'desk.paste_year_unlikely',
  'desk.paste_year_to_come',
  'desk.paste_as_above',
  'desk.paste_twice',
  'desk.paste_status_in_remarks',
  'desk.paste_earlier_more',
  'desk.paste_class_differs',
  'desk.paste_status_differs',
  'desk.paste_note_differs',
  'desk.paste_earlier_differs',
  'desk.paste_earlier_and_shown',
  'desk.paste_shown_differs',
  'desk.paste_class_shown_differs',
  'desk.paste_status_shown_differs',
] as const;

export function useQuestionWords(classes: readonly NamedClass[]): (question: QuestionShown) => string {
  const { t, language } = useText();
  const formats = useFormats();
  const spelt = (text: string | number): string => formats.spelt(formats.flexDate({ text: String(text), qualifier: 'exact' }));
  const nameOf = useClassName(classes);
  /** A class or a status by its name; other words as they are. */
  const named = (about: QuestionShown['about'], word: string | number): string => {
    if (about === 'earlier_class') return nameOf(String(word));
    const status = statuses.find((one) => about === 'earlier_status' && one === word);
    return status === undefined ? String(word) : t(`ties.status_${status}`);
  };
  /** Whose date it is: a source by its title, else the office's own records. */
  const whose = (source: string | number): string =>
    source === '' ? t('desk.whose_own_records') : t('desk.whose_source', { source: markedTitle(String(source), language) });
  return ({ about, code, params }) => {
    const key = known.find((one) => one === code);
    const {
      date = '',
      first = '',
      second = '',
      cell = '',
      above = '',
      row = '',
      pasted = '',
      source = '',
      shown = '',
      shownSource = '',
    } = params;
    const isEarlier = about === 'earlier';
    const dates = isEarlier
      ? {
          date: spelt(date),
          pasted: spelt(pasted),
          whose: whose(source),
          shown: shown === '' ? '' : spelt(shown),
          shownWhose: whose(shownSource),
        }
      : { date, pasted: named(about, pasted), whose: '', shown: '', shownWhose: '' };
    const ambiguous = first === '' ? { first, second } : { first: spelt(first), second: second === '' ? '' : spelt(second) };
    return key === undefined
      ? t('desk.paste_other_question')
      : t(key, { cell, above, row, ours: named(about, params['ours'] ?? ''), ...dates, ...ambiguous });
  };
}

export function QuestionSentence({ question, classes }: { readonly question: QuestionShown; readonly classes: readonly NamedClass[] }) {
  const words = useQuestionWords(classes);
  return <span>{words(question)} </span>;
}

export interface OfferedAnswer {
  readonly key: string;
  readonly text: string;
  readonly answer: Omit<RowAnswerInput, 'row'>;
}

/** The answers that a question offers; `cities` as they are written in the rows that it is asked for: what leaves a tie out says which. */
export function useAnswers(
  classes: readonly NamedClass[],
): (question: QuestionShown, cities: readonly string[]) => readonly OfferedAnswer[] {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(classes);
  const telling = useTelling();
  const countries = useCountryOptions();
  return ({ about, cities, dates, codes }, written) => {
    const offered: OfferedAnswer[] = [];
    for (const city of cities)
      offered.push({
        key: cityKey(city),
        text: city.body === undefined ? telling.whole(city) : t(`desk.add_${city.body}`, { place: telling.whole(city) }),
        answer: { city },
      });
    if (about === 'country') for (const { value, text } of countries) offered.push({ key: value, text, answer: { country: value } });
    for (const since of dates) offered.push({ key: since.text, text: formats.spelt(formats.flexDate(since)), answer: { since } });
    if (about === 'class') for (const code of codes) offered.push({ key: code, text: nameOf(code), answer: { classCode: code } });
    if (about === 'status')
      for (const status of statuses.filter((one: Status) => codes.includes(one)))
        offered.push({ key: status, text: t(`ties.status_${status}`), answer: { status } });
    if (isRegisterPlace(about))
      for (const choice of earlierChoices.filter((one) => codes.includes(one)))
        offered.push({ key: choice, text: t(`desk.earlier_${choice}`), answer: answerWith(about, choice) });
    if (about === 'since' || about === 'class' || about === 'status')
      offered.push({ key: 'note', text: t(`desk.without_${about}`), answer: { asNote: [about] } });
    offered.push({
      key: 'out',
      text: t('desk.leave_out', { count: written.length, cities: formats.list(written) }),
      answer: { leaveOut: true },
    });
    return offered;
  };
}

/** Whether another city can be the answer. */
export const asksCity = ({ about, code }: QuestionShown): boolean =>
  about === 'city' || about === 'country' || code === 'desk.paste_city_missing' || code === 'ties.with_itself';

interface OtherCityProps {
  /** What is typed already. */
  readonly begin: string;
  /** The office's own city, which is never the other end. */
  readonly own: string | null;
  readonly onGive: (answer: Pick<RowAnswerInput, 'city'>) => void;
  readonly onClose: () => void;
}

/** Another city than those that are offered. */
export function OtherCity({ begin, own, onGive, onClose }: OtherCityProps) {
  const { t } = useText();
  return (
    <Dialog open wide onClose={onClose} title={t('desk.other_city')}>
      <CityChooser
        begin={begin}
        except={own}
        onChoose={(city) => {
          onClose();
          onGive({ city });
        }}
      />
    </Dialog>
  );
}

interface OtherDateProps {
  readonly onClose: () => void;
  readonly onGive: (since: NonNullable<RowAnswerInput['since']>) => void;
}

/** A date that is typed in place of those that are offered. */
export function OtherDate({ onClose, onGive }: OtherDateProps) {
  const { t } = useText();
  const [date, setDate] = useState(noDate);
  const taken = date.date;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('desk.other_date')}
      actions={
        taken !== null && (
          <Button
            kind="go"
            onPress={() => {
              onClose();
              onGive(taken);
            }}
          >
            {t('desk.take_date')}
          </Button>
        )
      }
    >
      <DateField name="since" label={t('ties.since')} value={date} onChange={setDate} />
    </Dialog>
  );
}
