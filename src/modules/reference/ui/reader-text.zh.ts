import { translate } from '#kernel/translation.ts';
import type { readerEn } from './reader-text.en.ts';

export const readerZh = translate<typeof readerEn>()({
  'reference.sets': '参考数据集',
});
