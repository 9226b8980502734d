// Words of the big screen, which stands in all languages at once.
import type { Language } from '#kernel/language.ts';

export type WallWord = 'called' | 'number' | 'table' | 'soon' | 'last' | 'missed' | 'paused' | 'stale';

export const wallWords: Readonly<Record<WallWord, Readonly<Record<Language, string>>>> = {
  called: { en: 'Now called', 'zh-Hans': '叫号' },
  number: { en: 'Number', 'zh-Hans': '号码' },
  table: { en: 'Table', 'zh-Hans': '桌号' },
  soon: { en: 'Soon', 'zh-Hans': '即将' },
  last: { en: 'Last call', 'zh-Hans': '最后一次' },
  missed: { en: 'Missed your call? You keep your place: come to the desk.', 'zh-Hans': '过号不作废，请到服务台。' },
  paused: { en: 'Short pause. Nobody loses their place.', 'zh-Hans': '叫号暂停，排队照旧。' },
  stale: { en: 'No connection: please ask at the desk.', 'zh-Hans': '连接中断，请到服务台询问。' },
};
