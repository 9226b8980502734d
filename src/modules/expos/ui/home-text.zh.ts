import { translate } from '#kernel/translation.ts';
import type { homeEn } from './home-text.en.ts';

export const homeZh = translate<typeof homeEn>()({
  'expos.editions': '展会活动',
  'expos.open_editions': '公开内容',
  'expos.editions_note': '展会或论坛每举办一次为一届。',
});
