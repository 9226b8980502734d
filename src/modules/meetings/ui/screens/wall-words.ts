// Words of the big screen, which stands in all languages at once.
import { languages, type Language } from '#kernel/language.ts';
import { hallForm } from '#modules/expos/domain/hall.ts';
import { isTableNumber } from '../../domain/table-number.ts';

type InEvery = Readonly<Record<Language, string>>;

const words = {
  called: { en: 'Now called', 'zh-Hans': '叫号' },
  number: { en: 'Number', 'zh-Hans': '号码' },
  table: { en: 'Table', 'zh-Hans': '桌号' },
  soon: { en: 'Soon', 'zh-Hans': '即将' },
  last: { en: 'Last call', 'zh-Hans': '最后一次' },
  missed: { en: 'Missed your call? Your place is kept: please come to the desk.', 'zh-Hans': '过号不作废，请到服务台。' },
  paused: { en: 'Short pause. Your place is kept.', 'zh-Hans': '叫号暂停，排队照旧。' },
  closed: { en: 'No more calls today.', 'zh-Hans': '今日叫号结束。' },
  no_queue: { en: 'Calls have not begun.', 'zh-Hans': '叫号尚未开始。' },
  stale: { en: 'No connection: please ask at the desk. Shown as at', 'zh-Hans': '连接中断，请到服务台询问。显示截至' },
  next: { en: 'Next meetings', 'zh-Hans': '即将开始' },
  time: { en: 'Time', 'zh-Hans': '时间' },
  place: { en: 'Place', 'zh-Hans': '地点' },
  stand: { en: 'Stand', 'zh-Hans': '展位' },
  who: { en: 'Who', 'zh-Hans': '洽谈双方' },
  changed: { en: 'Changed', 'zh-Hans': '变更' },
  removed: { en: 'cancelled', 'zh-Hans': '取消' },
  added: { en: 'new', 'zh-Hans': '新增' },
  agendas: { en: 'Your agenda lists all your meetings.', 'zh-Hans': '全部安排请见本单位洽谈日程。' },
  more: { en: 'Not all fit here: see your agenda. Not shown:', 'zh-Hans': '屏幕未能全部列出，请见本单位日程。未列出：' },
  unreleased: { en: 'The schedule has not been published yet.', 'zh-Hans': '日程尚未发布。' },
  over: { en: 'No further meetings.', 'zh-Hans': '已无后续洽谈。' },
  ended: { en: 'The link of this screen no longer works.', 'zh-Hans': '此大屏链接已失效。' },

  waiting: { en: 'One moment.', 'zh-Hans': '请稍候。' },
} as const satisfies Readonly<Record<string, InEvery>>;

export type WallWord = keyof typeof words;

export const wallWords: Readonly<Record<WallWord, InEvery>> = words;

const placesByKind: Readonly<Record<'table' | 'stand', Readonly<Record<Language, (code: string) => string>>>> = {
  table: { en: (code) => `Table ${code}`, 'zh-Hans': (code) => `${code}号桌` },
  stand: { en: (code) => `Stand ${code}`, 'zh-Hans': (code) => `${code}展位` },
};

/** A place in every language: tables are numbered, stands have codes. */
export function wallPlace(code: string): readonly { readonly language: Language; readonly text: string }[] {
  const words = placesByKind[isTableNumber(code) ? 'table' : 'stand'];
  return languages.map((language) => ({ language, text: words[language](code) }));
}

const halls: Readonly<Record<'number' | 'letter', Readonly<Record<Language, (hall: string) => string>>>> = {
  number: { en: (hall) => `Hall ${hall}`, 'zh-Hans': (hall) => `${hall}号馆` },
  letter: { en: (hall) => `Hall ${hall}`, 'zh-Hans': (hall) => `${hall}馆` },
};

/** A hall in every language; one that has a name of its own has it once. */
export function wallHall(hall: string): readonly { readonly language: Language | null; readonly text: string }[] {
  const form = hallForm(hall);
  if (form === 'named') return [{ language: null, text: hall }];
  return languages.map((language) => ({ language, text: halls[form][language](hall) }));
}
