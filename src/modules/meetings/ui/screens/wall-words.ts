// Words of the big screen, which stands in all languages at once.
import { inEach, languages, type Language } from '#kernel/language.ts';
import { hallForm } from '#modules/expos/domain/hall.ts';
import { isTableNumber } from '../../domain/table-number.ts';

type InEvery = Readonly<Record<Language, string>>;

const words = {
  called: inEach('Now called', '叫号'),
  number: inEach('Number', '号码'),
  table: inEach('Table', '桌号'),
  soon: inEach('Soon', '即将'),
  last: inEach('Last call', '最后一次'),
  missed: inEach('Missed your call? Your place is kept: please come to the desk.', '过号不作废，请到服务台。'),
  paused: inEach('Short pause. Your place is kept.', '叫号暂停，排队照旧。'),
  closed: inEach('No more calls today.', '今日叫号结束。'),
  no_queue: inEach('Calls have not begun.', '叫号尚未开始。'),
  stale: inEach('No connection: please ask at the desk. Shown as at', '连接中断，请到服务台询问。显示截至'),
  next: inEach('Next meetings', '即将开始'),
  time: inEach('Time', '时间'),
  place: inEach('Place', '地点'),
  stand: inEach('Stand', '展位'),
  who: inEach('Who', '洽谈双方'),
  changed: inEach('Changed', '变更'),
  removed: inEach('cancelled', '取消'),
  added: inEach('new', '新增'),
  agendas: inEach('Your agenda lists all your meetings.', '全部安排请见本单位洽谈日程。'),
  more: inEach('Not all fit here: see your agenda. Not shown:', '屏幕未能全部列出，请见本单位日程。未列出：'),
  unreleased: inEach('The schedule has not been published yet.', '日程尚未发布。'),
  over: inEach('No further meetings.', '已无后续洽谈。'),
  ended: inEach('The link of this screen no longer works.', '此大屏链接已失效。'),

  waiting: inEach('One moment.', '请稍候。'),
} as const satisfies Readonly<Record<string, InEvery>>;

export type WallWord = keyof typeof words;

export const wallWords: Readonly<Record<WallWord, InEvery>> = words;

const placesByKind: Readonly<Record<'table' | 'stand', Readonly<Record<Language, (code: string) => string>>>> = {
  table: inEach(
    (code) => `Table ${code}`,
    (code) => `${code}号桌`,
  ),
  stand: inEach(
    (code) => `Stand ${code}`,
    (code) => `${code}展位`,
  ),
};

/** A place in every language: tables are numbered, stands have codes. */
export function wallPlace(code: string): readonly { readonly language: Language; readonly text: string }[] {
  const words = placesByKind[isTableNumber(code) ? 'table' : 'stand'];
  return languages.map((language) => ({ language, text: words[language](code) }));
}

const halls: Readonly<Record<'number' | 'letter', Readonly<Record<Language, (hall: string) => string>>>> = {
  number: inEach(
    (hall) => `Hall ${hall}`,
    (hall) => `${hall}号馆`,
  ),
  letter: inEach(
    (hall) => `Hall ${hall}`,
    (hall) => `${hall}馆`,
  ),
};

/** A hall in every language; one that has a name of its own has it once. */
export function wallHall(hall: string): readonly { readonly language: Language | null; readonly text: string }[] {
  const form = hallForm(hall);
  if (form === 'named') return [{ language: null, text: hall }];
  return languages.map((language) => ({ language, text: halls[form][language](hall) }));
}
