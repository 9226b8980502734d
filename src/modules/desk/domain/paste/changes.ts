// Where a pasted row says otherwise than our register: each such cell is asked, old beside new, and nothing of ours is replaced in silence. Where
// ours has a source that others can look up, both is what is proposed; so it is where we have said nothing yet and others say otherwise.
import { isOneOf } from '#kernel/codes.ts';
import { agrees } from '#kernel/flex-date.ts';
import type { Params } from '#kernel/result.ts';
import { dateStep, saysClass, saysNote, type KnownFacts, type RowOrigin } from './known-facts.ts';
import type { RowFacts } from './joined.ts';

/** What a row can say otherwise: a date, a class, a status or a note of ours. */
export const registerPlaces = ['earlier', 'earlier_class', 'earlier_status', 'earlier_note'] as const;
export type RegisterPlace = (typeof registerPlaces)[number];

/** Our own word stays and the row's is not taken; both stand; the row's takes the place of ours, which stays in the history. */
export const earlierChoices = ['keep', 'keep_both', 'replace'] as const;
export type EarlierChoice = (typeof earlierChoices)[number];

/** In which field of an answer the choice stands. */
const answerField = {
  earlier: 'earlier',
  earlier_class: 'earlierClass',
  earlier_status: 'earlierStatus',
  earlier_note: 'earlierNote',
} as const;

/** What was decided of each. */
export type ChangeAnswer = { readonly [Place in RegisterPlace as (typeof answerField)[Place]]?: EarlierChoice | undefined };

/** What a row says otherwise than we do, what can be done, and what is proposed: null where that is open. */
export interface ChangeQuestion {
  readonly about: RegisterPlace;
  readonly code: string;
  readonly params: Params;
  readonly choices: readonly EarlierChoice[];
  readonly suggested: ChangeAnswer | null;
}

export const choiceOf = (answer: ChangeAnswer | undefined, place: RegisterPlace): EarlierChoice | undefined => answer?.[answerField[place]];

/** The choice as an answer to the question of that place. */
export const answerWith = (place: RegisterPlace, choice: EarlierChoice): ChangeAnswer => ({ [answerField[place]]: choice });

export const isRegisterPlace = (about: string): about is RegisterPlace => isOneOf(registerPlaces, about);

/** What can be done with a word of ours; one that gives somebody else's words is not ours to replace, so the row's stands beside it. */
const choicesFor = (isQuoted: boolean): readonly EarlierChoice[] => (isQuoted ? ['keep', 'keep_both'] : ['keep', 'keep_both', 'replace']);

type Asked = readonly ChangeQuestion[];
type Row = RowFacts & RowOrigin;

/** Says whose date the row contradicts or makes more precise, and what the grid shows where that is another one. */
function dateChange(known: KnownFacts, row: Row): Asked {
  const { since } = row;
  const step = since === null ? null : dateStep(since, known, row);
  if (since === null || step === null) return [];
  const { shown } = known;
  const shownTold = shown === null ? {} : { shown: shown.date.text, shownSource: shown.source ?? '', shownIsOurs: String(shown.isOurs) };
  if (step.step === 'more' && step.of !== null) {
    const { date, source, isQuoted } = step.of;
    const params = { date: date.text, qualifier: date.qualifier, source: source ?? '', pasted: since.text };
    // What makes our own word more precise may contradict what the grid shows: that is said instead.
    if (shown !== null && !agrees(since, shown.date))
      return [
        {
          ...{ about: 'earlier', code: 'desk.paste_earlier_and_shown', params: { ...params, ...shownTold } },
          ...{ choices: choicesFor(isQuoted), suggested: { earlier: 'keep_both' } },
        },
      ];
    return [
      {
        ...{ about: 'earlier', code: 'desk.paste_earlier_more', params },
        ...{ choices: choicesFor(isQuoted), suggested: { earlier: source === null && !isQuoted ? 'replace' : 'keep_both' } },
      },
    ];
  }
  if (step.step === 'new' && shown !== null) {
    const params = { date: shown.date.text, qualifier: shown.date.qualifier, source: shown.source ?? '', pasted: since.text };
    return [
      { about: 'earlier', code: 'desk.paste_shown_differs', params, choices: ['keep', 'keep_both'], suggested: { earlier: 'keep_both' } },
    ];
  }
  if (step.step !== 'contradicts') return [];
  const { ours } = step;
  const said = { date: ours.date.text, qualifier: ours.date.qualifier, source: ours.source ?? '', pasted: since.text };
  const isShown = shown === null || shown.id === ours.id || shown.date.text === ours.date.text;
  const params = isShown ? said : { ...said, ...shownTold };
  const code = isShown ? 'desk.paste_earlier_differs' : 'desk.paste_earlier_and_shown';
  const suggested = ours.source === null && !ours.isQuoted ? null : ({ earlier: 'keep_both' } as const);
  return [{ about: 'earlier', code, params, choices: choicesFor(ours.isQuoted), suggested }];
}

function classChange(known: KnownFacts, row: Row): Asked {
  const { classCode } = row;
  if (classCode === null || saysClass(classCode, known, row)) return [];
  if (known.ourClass === null) return othersSay('class', known.shownClass, classCode);
  const source = known.sources.class;
  const params = { ours: known.ourClass, pasted: classCode, source: source ?? '' };
  const isQuoted = known.isQuoted.class;
  const suggested = source === null && !isQuoted ? null : ({ earlierClass: 'keep_both' } as const);
  return [{ about: 'earlier_class', code: 'desk.paste_class_differs', params, choices: choicesFor(isQuoted), suggested }];
}

/** We have said nothing, and others say otherwise: theirs is no one's to replace, and ours stands beside it. */
function othersSay(what: 'class' | 'status', shown: string | null, pasted: string): Asked {
  if (shown === null || shown === pasted) return [];
  const [about, suggested] =
    what === 'class'
      ? (['earlier_class', { earlierClass: 'keep_both' }] as const)
      : (['earlier_status', { earlierStatus: 'keep_both' }] as const);
  return [{ about, code: `desk.paste_${what}_shown_differs`, params: { ours: shown, pasted }, choices: ['keep', 'keep_both'], suggested }];
}

function statusChange({ status: ours, shownStatus, sources, isQuoted }: KnownFacts, { status }: Row): Asked {
  if (status === null || ours === status) return [];
  if (ours === null) return othersSay('status', shownStatus, status);
  return [
    {
      ...{ about: 'earlier_status', code: 'desk.paste_status_differs', params: { ours, pasted: status, source: sources.status ?? '' } },
      ...(isQuoted.status
        ? { choices: choicesFor(true), suggested: { earlierStatus: 'keep_both' } }
        : { choices: ['keep', 'replace'], suggested: null }),
    },
  ];
}

/** A note is words: what both say can stand together, so that is proposed. */
function noteChange(known: KnownFacts, { note }: Row): Asked {
  const [ours] = known.notes;
  if (note === '' || ours === undefined || saysNote(note, known)) return [];
  const params = { ours: ours.slice(0, 200), pasted: note.slice(0, 200), source: known.sources.note ?? '' };
  return [
    {
      ...{ about: 'earlier_note', code: 'desk.paste_note_differs', params },
      ...{ choices: choicesFor(known.isQuoted.note), suggested: { earlierNote: 'keep_both' } },
    },
  ];
}

/** Everything in which the row says otherwise than we do, and that nobody has decided. */
export function changesOf(known: KnownFacts | null, row: Row, answer: ChangeAnswer | undefined): Asked {
  if (known === null) return [];
  const all = [...dateChange(known, row), ...classChange(known, row), ...statusChange(known, row), ...noteChange(known, row)];
  return all.filter(({ about }) => choiceOf(answer, about) === undefined);
}

/** The row without those of its cells of which our own word is kept. */
export const keptAsWeSay = <Kept extends RowFacts>(row: Kept, answer: ChangeAnswer | undefined): Kept => ({
  ...row,
  since: answer?.earlier === 'keep' ? null : row.since,
  classCode: answer?.earlierClass === 'keep' ? null : row.classCode,
  status: answer?.earlierStatus === 'keep' ? null : row.status,
  note: answer?.earlierNote === 'keep' ? '' : row.note,
});
