import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'reference.outcome_kept': '照录',
  'reference.outcome_left_out': '未列入',
  'reference.outcome_joined': '合并为一条',
  'reference.outcome_corrected': '已更正',
  'reference.outcome_country_from_place': '国家（地区）取自地点',
  'reference.outcome_country_from_coordinates': '国家（地区）取自坐标',
  'reference.outcome_country_from_name': '国家（地区）取自名称',
  'reference.outcome_country_unknown': '未注明国家（地区），照录',
  'reference.outcome_kept_as_written': '按原文录入',
  'reference.outcome_kept_as_region': '按地区或城区录入',
  'reference.outcome_kept_by_name': '按名称录入',
  'reference.outcome_kept_without_date': '录入，不含日期',
  'reference.outcome_kept_without_class': '录入，不含类别',
  'reference.outcome_kept_without_coordinates': '录入，不含坐标',
});
