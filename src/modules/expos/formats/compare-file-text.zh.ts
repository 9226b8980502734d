// 两届比较表格独有的用语（简体中文）。
import { translate } from '#kernel/translation.ts';
import type { compareFileEn } from './compare-file-text.en.ts';

export const compareFileZh = translate<typeof compareFileEn>()({
  'expos.file_compare': '两届比较',
  'expos.file_part': '部分',
  'expos.file_about': '单位或国家（地区）',
  'expos.file_meant': '{{edition}}：说明',
  'expos.file_source': '{{edition}}：来源',
  'expos.file_edition': '展会活动',
  'expos.file_steps': '从预约到成果',
  'expos.file_exhibitors': '参展商',
  'expos.file_area': '展位面积（平方米，由举办方分配）',
  'expos.file_brought': '其展位上的其他参展单位',
  'expos.file_differs': '另一来源',
  'expos.file_said_by': '据{{who}}',
  'expos.file_kind_comparison': '比较',
  'expos.file_kind_opinion': '看法',
  'expos.file_kind_forecast': '预测',
  'expos.file_about_figure': '约数',
  'expos.file_before': '早于',
  'expos.file_after': '晚于',
  'expos.file_nearly': '近',
  'expos.file_over': '超过',
  'expos.file_at_least': '不少于',
  'expos.file_up_to': '至多',
  'expos.file_planned': '计划',
  'expos.file_unknown': '不详',
  'expos.file_not_disclosed': '未公开',
  'expos.file_cannot_say': '无法说明',
});
