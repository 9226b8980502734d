// 届次页面的文字。
import { translate } from '#kernel/translation.ts';
import { en } from './text.en.ts';

export const zh = translate(en, {
  'expos.editions': '届次',
});
