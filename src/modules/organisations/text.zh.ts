// Texts of organisations and contacts, in Chinese.
import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'organisations.not_found': '该机构不存在，或未与贵单位共享。',
  'organisations.contact_not_found': '该联系人不存在，或未与贵单位共享。',
  'organisations.country_unknown': '不是有效的国家（地区）代码（两个大写字母，如GB）。',
  'organisations.language_unknown': '不是有效的语言代码（如en、zh-Hans）。',
  'organisations.office_unknown': '工作台中没有该单位。',
  'organisations.share_with_whom': '请至少指定一个共享单位，或设为仅本单位可见。',
  'organisations.post_ends_before_start': '离任日期早于到任日期{{from}}。',
});
