// Headings of the released schedule as a table, in Chinese.
import { translate } from '#kernel/translation.ts';
import type { en } from './schedule-text.en.ts';

export const zh = translate<typeof en>()({
  'meetings.sheet_a_code': '甲方编号',
  'meetings.sheet_a_country': '甲方国家（地区）',
  'meetings.sheet_a_name_en': '甲方名称（英文）',
  'meetings.sheet_a_name_zh': '甲方名称（中文）',
  'meetings.sheet_b_code': '乙方编号',
  'meetings.sheet_b_country': '乙方国家（地区）',
  'meetings.sheet_b_name_en': '乙方名称（英文）',
  'meetings.sheet_b_name_zh': '乙方名称（中文）',
  'meetings.sheet_day': '日期',
  'meetings.sheet_end': '结束',
  'meetings.sheet_grid': '时间地点对照表',
  'meetings.sheet_hall': '展馆',
  'meetings.sheet_interpreter': '译员',
  'meetings.sheet_kind': '地点类型',
  'meetings.sheet_list': '正式日程',
  'meetings.sheet_number': '洽谈序号',
  'meetings.sheet_place': '地点编号',
  'meetings.sheet_stand': '展位',
  'meetings.sheet_start': '开始',
  'meetings.sheet_table': '洽谈桌',
});
