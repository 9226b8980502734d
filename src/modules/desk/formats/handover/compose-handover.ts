// A hand-over in words: its lines for the screen, the whole of it for paper.
import type { FlexDate } from '#kernel/flex-date.ts';
import { inEach, type Language, type MultilingualText } from '#kernel/language.ts';
import { muted, plain, small, strong, type Paper, type PaperLine, type PaperRow, type PaperSection } from '#kernel/paper/paper.ts';
import { writing } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { paperWords } from '#modules/reports/domain/paper-words.ts';
import { handoverParts, type HandoverPart, type OpenLine } from '../../domain/handover/lines.ts';
import { briefingEn } from '../briefing/briefing-text.en.ts';
import { briefingZh } from '../briefing/briefing-text.zh.ts';
import { openWords } from '../briefing/compose-briefing.ts';
import { handoverEn } from './handover-text.en.ts';
import { handoverZh } from './handover-text.zh.ts';

const texts = inEach({ ...briefingEn, ...handoverEn }, { ...briefingZh, ...handoverZh });
const wordsIn = (language: Language) => paperWords(language, texts);

/** What a line says, and what is said under it. */
export function lineWords(
  { about, typed, title, attribute, count, with: other }: OpenLine,
  language: Language,
): { readonly words: string; readonly note: string } {
  const words = wordsIn(language);
  if (typed !== null) return { words: inLanguage(typed.head, language), note: inLanguage(typed.text, language) };
  const named = other === null ? '' : `${words.naming(other)}${writing[language].colon}`;
  return { words: named + whatWords({ about, title, attribute, count }, words), note: '' };
}

function whatWords(
  { about, title, attribute, count = 0 }: Pick<OpenLine, 'about' | 'title' | 'attribute' | 'count'>,
  words: ReturnType<typeof wordsIn>,
): string {
  switch (about) {
    case 'typed':
      return '';
    case 'contradicted':
      return words.say('desk.handover_contradicted', { title: title === null ? '' : words.naming(title) });
    case 'third':
      return words.say('desk.handover_third', { title: title === null ? words.say('desk.handover_unnamed') : words.naming(title) });
    case 'follow_ups':
    case 'returned_letters':
      return words.say(`desk.handover_${about}`, { count });
    default:
      return openWords({ about, title, attribute }, words);
  }
}

interface Person {
  readonly name: string | null;
}

/** A hand-over as it is shown. */
export interface HandedOver {
  readonly from: Person;
  readonly to: Person | null;
  readonly startsOn: string;
  readonly words: string | null;
  readonly tally: { readonly lines: number; readonly taken: number; readonly open: number };
  readonly lines: readonly {
    readonly subject: string;
    readonly part: HandoverPart;
    readonly with: MultilingualText | null;
    readonly words: string;
    readonly note: string;
    readonly due: FlexDate | null;
    readonly late: boolean;
    readonly since: string | null;
    readonly taken: { readonly by: Person; readonly at: string } | null;
  }[];
}

const exact = (text: string): FlexDate => ({ text: text.slice(0, 10), qualifier: 'exact' });

function rowOf(
  { subject, words, note, due, late, since, taken }: HandedOver['lines'][number],
  { say, date }: ReturnType<typeof wordsIn>,
): PaperRow {
  const day: PaperLine =
    due !== null
      ? late
        ? { text: say('desk.handover_late', { date: date(due) }), look: 'late' }
        : plain(date(due))
      : muted(since === null ? '' : say('desk.handover_since', { date: date(exact(since)) }));
  const by =
    taken === null ? '' : say('desk.handover_taken', { who: taken.by.name ?? say('desk.handover_former'), date: date(exact(taken.at)) });
  return {
    key: subject,
    drop: null,
    cells: [[plain(taken === null ? '□' : '■')], [taken === null ? strong(words) : muted(words), small(note)], [day], [muted(by)]],
  };
}

/** On as many pages as it takes: nothing that is open is left out. */
export function composeHandover(handover: HandedOver, { language, today }: { readonly language: Language; readonly today: string }): Paper {
  const words = wordsIn(language);
  const { say, raw, fullDate } = words;
  const nameOf = (person: Person | null): string =>
    person === null ? say('desk.handover_nobody') : (person.name ?? say('desk.handover_former'));
  const [from, to] = [nameOf(handover.from), nameOf(handover.to)];
  const section = (key: string, title: string, note: string, blocks: PaperSection['blocks']): PaperSection => ({
    ...{ key, title, note, blocks, rule: key === 'lead' ? 'none' : 'section', left: 0, leftText: '' },
  });
  const parts = handoverParts.map((part) => {
    const lines = handover.lines.filter((line) => line.part === part);
    const note = say('desk.handover_taken_of', { taken: lines.filter(({ taken }) => taken !== null).length, lines: lines.length });
    const heads = ['', say('desk.handover_head_line'), say('desk.handover_head_due'), say('desk.handover_head_taken')];
    return section(part, say(`desk.handover_part_${part}`), lines.length === 0 ? '' : note, [
      lines.length === 0
        ? { kind: 'text', lines: [muted(say('desk.handover_nothing'))] }
        : { kind: 'rows', as: 'table', widths: [4, 53, 22, 21], heads, endsRight: false, rows: lines.map((line) => rowOf(line, words)) },
    ]);
  });
  const lead = [strong(say('desk.handover_from_to', { from, to })), plain(say('desk.handover_tally', handover.tally))];
  const own =
    handover.words === null
      ? []
      : [
          section('words', say('desk.handover_words', { from }), '', [
            { kind: 'text', lines: handover.words.split('\n').map((text) => plain(inLanguage(text, language))) },
          ]),
        ];
  return {
    ...{ language, type: 'desk', mostPages: null, pair: null, title: say('desk.handover_paper') },
    head: {
      strong: say('desk.handover_paper'),
      rest: `${say('desk.handover_from_day', { date: fullDate(exact(handover.startsOn)) })}`,
      right: `${say('desk.handover_own_only')}${words.apart}${fullDate(exact(today))}`,
    },
    foot: { text: say('desk.handover_paper_foot'), seal: '', page: raw('desk.handover_page') },
    groups: [section('lead', '', '', [{ kind: 'lead', lines: lead }]), ...own, ...parts].map((one) => ({ begins: false, sections: [one] })),
  };
}
