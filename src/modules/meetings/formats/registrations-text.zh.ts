// 报名表的中文文字。
import { translate } from '#kernel/translation.ts';
import type { en } from './registrations-text.en.ts';

export const zh = translate<typeof en>()({
  'meetings.registered_sheet': '参会单位',
  'meetings.registered_state': '报名状态',
  'meetings.registered_position': '候补顺位',
  'meetings.registered_on': '报名日期',
  'meetings.registered_confirmed': '确认日期',
  'meetings.registered_stand_wish': '展位意向',
  'meetings.registered_agreed': '已同意事项',
  'meetings.registered_state_unconfirmed': '未确认',
  'meetings.registered_state_asked': '待审核',
  'meetings.registered_state_waiting': '候补',
  'meetings.registered_state_accepted': '已通过',
  'meetings.registered_state_declined': '未通过',
  'meetings.registered_state_withdrawn': '已撤回',
});
