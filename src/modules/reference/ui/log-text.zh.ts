// Chinese words of the audit log: what was done, and what each field is called.
import { translate } from '#kernel/translation.ts';
import type { logEn } from './log-text.en.ts';

export const logZh = translate<typeof logEn>()({
  'reference.log_create_reference_set': '新建参考数据集',
  'reference.log_update_reference_set': '修改参考数据集',
  'reference.log_open_reference_set': '公开参考数据集',
  'reference.log_close_reference_set': '收回参考数据集',
  'reference.log_adopt_reference_ties': '将参考数据集所列友城关系纳入名录',
  'reference.log_begin_reference_import': '上传友城名单',
  'reference.log_fetch_reference_import': '获取友城名单',
  'reference.log_repeat_reference_import': '重新读取友城名单',
  'reference.log_map_reference_import': '说明友城名单各列',
  'reference.log_confirm_reference_import': '导入友城名单',
  'reference.log_cancel_reference_import': '取消导入友城名单',
  'reference.log_undo_reference_import': '撤销导入友城名单',
  'reference.log_undo_reference_taking': '撤销从参考数据集纳入友城关系',
  'reference.log_answer_reference_place': '确认友城名单中的地点',
  'reference.field_keepTies': '保留原值的友城关系',
  'reference.field_decidedTies': '已决定的友城关系数',
  'reference.field_field': '列',
  'reference.field_digest': '摘要',
  'reference.field_answer': '答复',
  'reference.field_licenceAddress': '许可协议网址',
  'reference.field_classCode': '类别',
  'reference.field_mapping': '列对应',
  'reference.field_items': '条目',
  'reference.field_mode': '保存方式',
  'reference.field_key': '待确认地点',
  'reference.field_cancelled': '取消',
});
