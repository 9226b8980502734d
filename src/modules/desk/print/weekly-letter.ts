// The mail on Monday mornings: what is late, due, to be renewed, about to end, celebrated, and waits for a word.
import { chooseText, type Language } from '#kernel/language.ts';
import type { NamedDeadline } from '../api/desk-deadlines.ts';
import type { WeekTold } from '../api/send-weekly-mail.ts';
import { tellable } from '../domain/deadlines.ts';
import { askedWords, dateWords, say, summaryOf } from './deadline-words.ts';

/** So many lines remind of what waits; of the rest the letter says how many they are. */
const mostLines = 10;

/** How far ahead a week looks. */
const daysAhead = 28;

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

interface Asked {
  readonly language: Language;
  /** The Monday (ISO). */
  readonly day: string;
  readonly origin: string;
  /** Switches the mail off. */
  readonly offToken: string;
}

/** Plain text, so that every mail program shows it; null where there is nothing to tell. */
export function weeklyLetter(desk: WeekTold, { language, day, origin, offToken }: Asked): Letter | null {
  const until = new Date(Date.parse(day) + daysAhead * 86_400_000).toISOString().slice(0, 10);
  const told = tellable(desk.deadlines, day, until);
  if (told.length === 0 && desk.reminded.length === 0) return null;
  const line = (deadline: NamedDeadline): string =>
    say(language, 'desk.mail_line', { date: dateWords(language, deadline.on), summary: summaryOf(language, deadline) });
  const part = (head: 'desk.mail_late' | 'desk.mail_due' | 'desk.mail_anniversaries', of: readonly NamedDeadline[]): readonly string[] =>
    of.length === 0 ? [] : [[say(language, head), ...of.map(line)].join('\n')];
  const isAnniversary = ({ kind }: NamedDeadline): boolean => kind === 'anniversary';
  const parts = [
    say(language, 'desk.mail_greeting'),
    ...part(
      'desk.mail_late',
      told.filter(({ late }) => late),
    ),
    ...part(
      'desk.mail_due',
      told.filter((deadline) => !deadline.late && !isAnniversary(deadline)),
    ),
    ...part(
      'desk.mail_anniversaries',
      told.filter((deadline) => !deadline.late && isAnniversary(deadline)),
    ),
    ...remindersIn(desk, { language, origin }),
    say(language, 'desk.mail_open', { address: `${origin}/desk` }),
    say(language, 'desk.mail_off', { address: `${origin}/weekly-mail/off?token=${offToken}` }),
  ];
  return {
    subject: say(language, 'desk.mail_subject', { office: chooseText(desk.office, language).text }),
    body: `${parts.join('\n\n')}\n`,
  };
}

/** What waits for the office's answer and has not been told of three times; silent where all has been. */
function remindersIn({ reminded, waiting }: WeekTold, { language, origin }: Pick<Asked, 'language' | 'origin'>): readonly string[] {
  if (reminded.length === 0) return [];
  const rest = reminded.length - mostLines;
  return [
    [
      say(language, 'desk.mail_unanswered', { count: waiting }),
      ...reminded.slice(0, mostLines).map((entry) => askedWords(language, entry)),
      ...(rest > 0 ? [say(language, 'desk.mail_asked_more', { count: rest })] : []),
      say(language, 'desk.mail_answers', { address: `${origin}/answers` }),
    ].join('\n'),
  ];
}
