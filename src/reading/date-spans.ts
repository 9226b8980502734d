// Reads from when to when something lasted, as people write it in one cell: "1952–2010", "(1952-present)", "1957, ended 1990".
import { parseFlexDate, type DateHabits, type DayOrder } from './dates.ts';
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';

/** `until` is null where it goes on. */
export interface DateSpan {
  readonly since: FlexDate;
  readonly until: FlexDate | null;
}

const GOES_ON =
  /^(?:present|today|now|date|ongoing|current|heute|jetzt|aujourd['’]hui|hoy|oggi|presente|actualidad|nu|至?今|现在|現在|今天)?$/iu;
const AROUND = /^[([（]\s*([^()[\]（）]+?)\s*[)\]）]$/u;
/** Between two dates; a bare hyphen only where whole years or nothing stand beside it, since 1999-10 is a month. */
const BETWEEN: readonly RegExp[] = [
  /^(?:from |von |de |du |dal |从|自)?(.*\d.*?)\s*(?:[–—~〜～]|\s-\s|\s(?:to|until|till|bis|à|au|al|a|hasta|tot|po)\s|至|到)\s*(.*)$/iu,
  /^(\d{4}年?)\s*-\s*(\d{4}年?|\p{L}[\p{L}’' ]*|)$/u,
  /^(.*\d{4}.*?)\s*[,;，；(（]\s*(?:ended|terminated|until|till|dissolved|bis|beendet|aufgelöst|终止于?|结束于?)(?: in)?\s*([^()（）]+?)[)）]?$/iu,
];

/** Whether the words say that something goes on, or say nothing: "present", "至今", "". */
export const saysGoesOn = (text: string): boolean => GOES_ON.test(text.trim());

/** The two dates; null for a date alone, for what is none, and where the end lies before the beginning. */
export function parseDateSpan(typed: string, { order }: { readonly order?: DayOrder } = {}): DateSpan | null {
  const plain = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  const text = AROUND.exec(plain)?.[1] ?? plain;
  const dateOf = (part: string): FlexDate | null => {
    const read = parseFlexDate(part, order === undefined ? {} : { order });
    return read.ok && /\d{4}|[〇零一二三四五六七八九]{4}年/.test(part) ? read.value : null;
  };
  const alone = parseFlexDate(text);
  // 2006-2007 may be one of two years as well.
  if (alone.ok || alone.refusal.code === 'kernel.date_years') return null;
  for (const pattern of BETWEEN) {
    const [, before = '', behind = ''] = pattern.exec(text) ?? [];
    const since = before === '' ? null : dateOf(before);
    if (since === null) continue;
    if (saysGoesOn(behind)) return { since, until: null };
    const until = dateOf(behind);
    if (until !== null && isInOrder(since, until)) return { since, until };
  }
  return null;
}

const RENEWED =
  /renew|re-?sign|re-?affirm|re-?confirm|renouvel|reconduit|erneuer|verlänger|bekräftig|odnow|odnaw|przedłuż|rinnov|renov|prorrog|hernieuw|förny|forny|uusit|obnov|продл|обнов|возобн|подтвержд|yenile|megúj|갱신|재체결|재결연|再締結|再提携|更新|续签|续约|重签|再签/iu;

/** The first date of "2003 (renewed 2013)" and "2001年（2011年续签）": that it was renewed later says nothing against it. Null for anything else. */
export function dateBeforeRenewal(typed: string, habits: DateHabits): FlexDate | null {
  const [, first = '', rest = ''] = /^(.*?\d.*?|.+?年.*?)\s*[(（,，;；]\s*(.+?)[)）]?$/u.exec(typed.trim()) ?? [];
  if (!RENEWED.test(rest)) return null;
  const read = parseFlexDate(first, habits);
  return read.ok ? read.value : null;
}

function isInOrder(since: FlexDate, until: FlexDate): boolean {
  const [from, to] = [boundsOf({ ...since, qualifier: 'exact' }).from, boundsOf({ ...until, qualifier: 'exact' }).to];
  return from !== null && to !== null && from <= to;
}
