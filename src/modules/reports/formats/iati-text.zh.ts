// Sentences of the IATI file, in Chinese.
import { translate } from '#kernel/translation.ts';
import type { iatiEn } from './iati-text.en.ts';

export const iatiZh = translate<typeof iatiEn>()({
  'reports.iati_is': '类别：{{kind}}。',
  'reports.iati_direction': '由{{from}}至{{to}}。',
  'reports.iati_figure': '{{stage}}：{{figures}}（{{assurance}}）。',
  'reports.iati_companies': '企业：{{figures}}（{{assurance}}）。',
  'reports.iati_people': '人员：{{figures}}（{{assurance}}）。',
  'reports.iati_events': '活动：{{figures}}（{{assurance}}）。',
  'reports.iati_no_figure': '{{stage}}：未载明数字（{{assurance}}）。',
  'reports.iati_part': '{{stage}}中对方已确认{{figures}}。',
  'reports.iati_not_money': '潜在或意向数字不是交易，也不是承诺的资金。',
  'reports.iati_disputed': '{{stage}}：双方口径不一或已撤回，此处不列数字。',
  'reports.iati_in_whole': '{{stage}}：金额已计入所属成果，此处不再作为交易重复列出。',
  'reports.iati_day': '日期仅知为{{date}}，此处取该时段首日。',
  'reports.iati_last_day': '日期仅知为{{date}}，此处取可能的最后一日。',
  'reports.iati_no_day': '日期不详，此处取登记之日。',
  'reports.iati_page': '该成果的台账和来源',
});
