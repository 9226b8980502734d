// Chinese sentences that the server says of suggestions.
import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'matching.unknown': '没有该参会单位，或贵单位无权代其操作。',
});
