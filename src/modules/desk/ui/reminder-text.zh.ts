import { translate } from '#kernel/translation.ts';
import type { reminderEn } from './reminder-text.en.ts';

export const reminderZh = translate<typeof reminderEn>()({
  'desk.reminders': '提醒',
  'desk.reminders_note': '仅本单位可见并可设置。',
  'desk.weekly_mail_text': '每周一早七点起发送：逾期、到期、待续签、将期满、周年及待答复事项。本周无事则不发送。邮件内容未加密。',
  'desk.weekly_mail_now_on': '每周一邮件已开启。',
  'desk.weekly_mail_now_off': '每周一邮件已关闭。',
  'desk.weekly_mail_on': '您已订阅此邮件。',
  'desk.weekly_mail_off': '您未订阅此邮件。',
  'desk.switch_on': '开启',
  'desk.switch_off': '关闭',
  'desk.calendar_address': '日历地址',
  'desk.calendar_text':
    '日历软件可通过保密地址读取到期事项、续签、期满及逢五逢十周年，均为全天日程。仅知年份或月份的，列于该时段首日并注明。凡持有该地址者均可读取。',
  'desk.calendar_make_account': '为我生成',
  'desk.calendar_make_office': '为本单位生成',
  'desk.calendar_once': '请立即复制，该地址只显示这一次：',
  'desk.calendar_copy': '复制',
  'desk.calendar_of_account': '个人：离开单位即失效',
  'desk.calendar_of_office': '单位：创建人离开单位后失效',
  'desk.calendar_revoke': '撤销',
  'desk.calendar_none': '目前没有使用中的地址。',
  'desk.reminder_rules': '本单位规则',
  'desk.time_zone': '本单位时区',
  'desk.time_zone_hint': '据此确定每周一的起始时间。',
  'desk.quiet_months': '多少个月无交流即提醒',
  'desk.quiet_months_hint': '留空则不提醒。提醒列于“本月”，仅本单位可见。',
  'desk.quiet_for_other': '{{count}}个月以上无交流',
  'desk.stop_mail_title': '停止每周一邮件',
  'desk.stop_mail_text': '点击后即停止发送，之后可在“提醒”中重新开启。',
});
