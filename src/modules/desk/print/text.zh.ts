import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'desk.calendar_name': '{{office}}友城日程',
  'desk.told_item': '{{city}}：{{title}}',
  'desk.told_renewal': '{{city}}：续签{{title}}',
  'desk.told_ending': '{{city}}：{{title}}到期',
  'desk.told_call': '{{city}}：结好意向“{{title}}”截止',
  'desk.told_anniversary': '{{city}}：{{years}}周年',
  'desk.told_some_day': '{{summary}}（{{date}}，具体日期不详）',
  'desk.told_no_day': '已知时间为{{date}}。因日历需有具体日期，故列于该时段首日。',
  'desk.about_date': '约{{date}}',
  'desk.before_date': '{{date}}之前',
  'desk.after_date': '{{date}}之后',
  'desk.told_between': '与',
  'desk.mail_subject': '{{office}}：本周友城事项',
  'desk.mail_greeting': '您好！\n\n贵单位本周需关注的事项如下：',
  'desk.mail_late': '逾期',
  'desk.mail_due': '到期、待续签、将期满',
  'desk.mail_anniversaries': '周年',
  'desk.mail_line': '- {{date}}　{{summary}}',
  'desk.mail_unanswered': '待贵单位答复的对方记载：{{count}}项',
  'desk.mail_open': '查看本月全部事项：{{address}}',
  'desk.mail_off': '不再接收此邮件：{{address}}',
});
