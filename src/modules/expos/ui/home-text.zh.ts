import { translate } from '#kernel/translation.ts';
import type { homeEn } from './home-text.en.ts';

export const homeZh = translate<typeof homeEn>()({
  'expos.editions': '展会活动',
  'expos.open_editions': '公开内容',
  'expos.editions_note': '展会或论坛每举办一次为一届。',
  'expos.programme_of_city': '参加的论坛及展会活动',
  'expos.programme_of_both': '双方共同参加的论坛及展会活动',
  'expos.programme_item_title': '活动',
  'expos.programme_item_day': '日期',
  'expos.programme_item_edition': '所属展会',
  'expos.programme_item_speakers': '发言人数',
});
