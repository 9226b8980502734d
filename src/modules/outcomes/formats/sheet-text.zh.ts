// Words of the list of rows that were not recorded, in Chinese.
import { translate } from '#kernel/translation.ts';
import type { sheetEn } from './sheet-text.en.ts';

export const sheetZh = translate<typeof sheetEn>()({
  'outcomes.sheet_not_recorded': '未登记',
  'outcomes.sheet_is_left': '导入时选择略过。',
  'outcomes.sheet_is_sum': '其他各行的合计。',
  'outcomes.sheet_is_heading': '行间标题。',
  'outcomes.sheet_is_understood': '现已识别，但未登记。',
  'outcomes.sheet_is_question': '未能识别。',
});
