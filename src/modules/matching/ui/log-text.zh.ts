// Chinese words of the audit log: what was done, and what each field is called.
import { translate } from '#kernel/translation.ts';
import type { logEn } from './log-text.en.ts';

export const logZh = translate<typeof logEn>()({
  'matching.log_change_suggesting': '开启或关闭洽谈推荐',
  'matching.log_set_suggested': '设定是否向他方推荐本单位',
  'matching.log_set_aside': '搁置推荐或恢复',
  'matching.log_add_lesson': '录入经验借鉴',
  'matching.log_enter_lesson_statements': '录入经验借鉴记载',
  'matching.log_set_lesson_audience': '设定经验借鉴的可见范围',
  'matching.log_withdraw_lesson': '撤回经验借鉴',
  'matching.log_add_own_words': '新增本单位用词',
  'matching.log_remove_own_words': '移除本单位用词',
  'matching.field_isOn': '是否开启',
  'matching.field_share': '均衡程度',
  'matching.field_learns': '是否参考往届',
  'matching.field_isWritten': '是否接收推荐函',
  'matching.field_isSuggested': '是否向他方推荐',
  'matching.field_isAside': '不合适',
  'matching.field_learnerCity': '借鉴方',
  'matching.field_teacherCity': '所借鉴城市',
  'matching.field_teacherCountry': '所借鉴国家（地区）',
  'matching.field_practiceId': '经验做法',
  'matching.field_learned': '借鉴情况',
  'matching.field_words': '用词',
  'matching.field_visitors': '观众人数',
});
