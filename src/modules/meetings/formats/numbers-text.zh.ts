// 本届数据页面及表格的用语（简体中文）。
import { translate } from '#kernel/translation.ts';
import type { numbersEn } from './numbers-text.en.ts';

export const numbersZh = translate<typeof numbersEn>()({
  'meetings.numbers_title': '数据',
  'meetings.number_participants': '参会单位',
  'meetings.number_withdrawn': '退出',
  'meetings.number_asked': '预约',
  'meetings.number_answered': '已答复',
  'meetings.number_declined': '其中婉拒',
  'meetings.number_placed': '已排',
  'meetings.number_isOver': '其中已结束',
  'meetings.number_held': '已举行',
  'meetings.number_missed': '一方缺席',
  'meetings.number_told': '有反馈',
  'meetings.number_toldByBoth': '其中双方均有反馈',
  'meetings.number_usefulToBoth': '双方认为有益',
  'meetings.number_nextStep': '有后续安排',
  'meetings.number_leads': '已登记合作线索',
  'meetings.number_agreed': '其中已签约或落实',
  'meetings.numbers_by': '分类',
  'meetings.numbers_of': '名称',
  'meetings.numbers_everybody': '全部参会单位',
  'meetings.numbers_group': '团组',
  'meetings.numbers_country': '国家（地区）',
  'meetings.numbers_city': '城市',
  'meetings.numbers_topic': '主题',
  'meetings.numbers_none_group': '未编入团组',
  'meetings.numbers_none_country': '未填写',
  'meetings.numbers_none_city': '未填写',
  'meetings.numbers_none_topic': '未填写',
  'meetings.numbers_too_few': '不足5场',
});
