// 岗位交接打印件用语；各部分名称与网页一致（简体中文）。
import { translate } from '#kernel/translation.ts';
import type { handoverEn } from './handover-text.en.ts';

export const handoverZh = translate<typeof handoverEn>()({
  'desk.handover_paper': '岗位交接',
  'desk.handover_from_to': '移交人：{{from}}；接任人：{{to}}',
  'desk.handover_nobody': '待定',
  'desk.handover_former': '前成员',
  'desk.handover_from_day': '{{date}}起',
  'desk.handover_own_only': '仅限本单位',
  'desk.handover_tally': '本岗未了事项{{lines}}项，已接{{taken}}项，未接{{open}}项。',
  'desk.handover_words': '{{from}}留言',
  'desk.handover_part_answers': '待我方答复',
  'desk.handover_part_deadlines': '期限',
  'desk.handover_part_promised': '我方承诺',
  'desk.handover_part_owed': '对方承诺',
  'desk.handover_part_call': '联系人',
  'desk.handover_part_where': '文件所在',
  'desk.handover_taken_of': '已接{{taken}}项，共{{lines}}项',
  'desk.handover_nothing': '无。',
  'desk.handover_head_line': '事项',
  'desk.handover_head_due': '期限',
  'desk.handover_head_taken': '接手',
  'desk.handover_taken': '{{who}}，{{date}}',
  'desk.handover_since': '自{{date}}',
  'desk.handover_late': '{{date}}，逾期',
  'desk.handover_contradicted': '{{title}}：对方另有说法',
  'desk.handover_third': '是否采纳待定：{{title}}',
  'desk.handover_unnamed': '未与贵单位共享',
  'desk.handover_follow_ups': '待发回访函：{{count}}项',
  'desk.handover_paper_foot': '已发函件、无未了事项的友城及个人内容不列入。',
  'desk.handover_page': '第{{page}}页，共{{pages}}页',
});
