// Chinese words of the audit log: what was done, and what each field is called.
import { translate } from '#kernel/translation.ts';
import type { logEn } from './log-text.en.ts';

export const logZh = translate<typeof logEn>()({
  'reports.log_publish_snapshot': '发布友城成果报告存档版',
  'reports.log_withdraw_snapshot': '撤回友城成果报告存档版',
  'reports.log_remove_snapshot_name': '从报告存档版中删除姓名',
  'reports.field_tie': '友城关系',
  'reports.field_seal': '封记',
  'reports.field_visits': '入场人次',
  'reports.field_deals': '宣布的意向成交额',
  'reports.field_withSteps': '洽谈数字',
  'reports.field_withUnlisted': '未公开成果的项数',
});
