// Chinese words of the audit log: what was done, and what each field is called.
import { translate } from '#kernel/translation.ts';
import type { logEn } from './log-text.en.ts';

export const logZh = translate<typeof logEn>()({
  'evidence.log_enter_source': '登记来源',
  'evidence.log_store_document': '存入凭证文件',
  'evidence.log_set_statement_audience': '设定记载的可见范围',
  'evidence.log_withdraw_statement': '撤回记载',
  'evidence.log_restore_statement': '恢复已撤回的记载',
  'evidence.log_pin_statement': '设定优先显示的记载',
  'evidence.log_unpin_statement': '取消优先设定',
  'evidence.log_set_source_terms': '设定来源许可',
  'evidence.log_merge_sources': '合并来源',
  'evidence.log_separate_sources': '取消合并来源',
  'evidence.field_title': '标题',
  'evidence.field_reason': '理由',
  'evidence.field_visibility': '可见范围',
  'evidence.field_sharedWith': '共享给',
  'evidence.field_date': '日期',
  'evidence.field_file': '文件',
  'evidence.field_withdrawnAt': '撤回时间',
  'evidence.field_mergedInto': '并入',
  'evidence.field_publisher': '发布者',
  'evidence.field_isAnother': '另录来源',
  'evidence.field_licence': '许可',
  'evidence.field_credit': '署名',
  'evidence.field_documentId': '凭证文件',
  'evidence.field_population': '人口',
  'evidence.field_class': '类别',
  'evidence.field_reach': '研究覆盖范围',
  'evidence.field_edition': '展会活动',
  'evidence.field_pinned': '锁定',
});
