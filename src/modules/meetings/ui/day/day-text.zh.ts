import { translate } from '#kernel/translation.ts';
import type { en } from './day-text.en.ts';

// Words of the page of the day.
export const zh = translate<typeof en>()({
  'meetings.day_title': '现场',
  'meetings.day_none': '尚未发布正式日程',
  'meetings.day_none_text': '当天，本页显示每张桌的情况、谁未到、谁空闲。需先发布正式日程。',
  'meetings.day_not_today': '今天没有洽谈',
  'meetings.day_not_today_text': '活动期间，本页显示每张桌此刻的情况、谁未到、谁空闲。',
  'meetings.day_lead_other': '<b>{{time}}</b>，<b>{{count}}</b>场洽谈正在进行。',
  'meetings.day_lead_all': '没有报告未到的单位。',
  'meetings.day_lead_missing_other': '其中<b>{{count}}</b>场缺一方。',
  'meetings.day_not_today_any_more': '{{code}}今日不来：查看办法',
  'meetings.day_nothing_more': '今日已无后续时段，无需另行调整。',
  'meetings.day_reach': '联系对方',
  'meetings.day_no_contact': '尚未登记联系人。',
  'meetings.day_no_phone': '无电话',
  'meetings.day_free_for': '此刻空闲且与{{code}}有预约',
  'meetings.day_nobody_for': '此刻空闲者中，没有与{{code}}尚待洽谈的。',
  'meetings.day_free_until': '至{{time}}',
  'meetings.day_free_open': '今日无后续',
  'meetings.day_tables': '当前各桌',
  'meetings.day_tables_none': '今日洽谈已全部结束。',
  'meetings.day_now': '此刻',
  'meetings.day_next': '下一场',
  'meetings.day_table_free': '空闲',
  'meetings.day_side_missing': '一方未到',
  'meetings.day_free': '此刻空闲',
  'meetings.day_free_note': '至下一场洽谈',
  'meetings.day_free_all_other': '显示其余{{count}}家',
  'meetings.day_log': '当日每次变动均另发新版并附差异，只通知有关各方。',
});
