import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'ties.calendar_name': '{{office}}友城日程',
  'ties.told_item': '{{city}}：{{title}}',
  'ties.told_renewal': '{{city}}：续签{{title}}',
  'ties.told_ending': '{{city}}：{{title}}到期',
  'ties.told_call': '{{city}}：结好意向“{{title}}”到期',
  'ties.told_anniversary': '{{city}}：{{years}}周年',
  'ties.told_some_day': '{{summary}}（{{date}}，具体日期不详）',
  'ties.told_no_day': '已知时间为：{{date}}。日历需有具体日期，故列于该时段首日。',
  'ties.about_date': '约{{date}}',
  'ties.before_date': '{{date}}之前',
  'ties.after_date': '{{date}}之后',
  'ties.told_between': '与',
  'ties.mail_subject': '{{office}}：本周友城事项',
  'ties.mail_greeting': '早上好！\n\n贵单位本周需关注的事项如下。',
  'ties.mail_late': '逾期',
  'ties.mail_due': '到期、待续签、将期满',
  'ties.mail_anniversaries': '周年',
  'ties.mail_line': '- {{date}}　{{summary}}',
  'ties.mail_unanswered': '待贵单位答复的对方记载：{{count}}项',
  'ties.mail_open': '查看本月全部事项：{{address}}',
  'ties.mail_off': '不再接收此邮件：{{address}}',
});
