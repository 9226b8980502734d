// Chinese texts of network.
import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'network.path_to_itself': '请选择两个不同的城市。',
});
