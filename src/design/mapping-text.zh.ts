import { translate } from '#kernel/translation.ts';
import type { mappingEn } from './mapping-text.en.ts';

export const mappingZh = translate<typeof mappingEn>()({
  'design.column': '列',
  'design.column_samples': '前几行内容',
  'design.taken_for': '对应为',
  'design.column_taken_for': '“{{column}}”对应为',
  'design.column_empty': '空列',
});
