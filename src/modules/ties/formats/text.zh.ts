import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'ties.file_sheet': '友城名录',
  'ties.file_city': '城市',
  'ties.file_code': '城市代码',
  'ties.file_country': '国家或地区',
  'ties.file_class': '类别',
  'ties.file_since': '建立日期',
  'ties.file_status': '我方状态',
  'ties.file_theirs': '对方',
  'ties.file_source': '来源',
  'ties.file_note': '备注',
  'ties.file_proposed': '拟结好',
  'ties.file_active': '活跃',
  'ties.file_quiet': '沉寂',
  'ties.file_suspended': '中止',
  'ties.file_ended': '终止',
  'ties.file_revived': '已恢复',
  'ties.file_about': '约',
  'ties.file_before': '早于',
  'ties.file_after': '晚于',
});
