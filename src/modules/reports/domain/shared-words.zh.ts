// 各类打印件共用的词语，与网页一致（简体中文）。
import { translate } from '#kernel/translation.ts';
import type { paperEn } from './shared-words.en.ts';

export const paperZh = translate<typeof paperEn>()({
  'design.stage_potential': '潜在',
  'design.stage_intended': '意向',
  'design.stage_signed': '签约',
  'design.stage_realised': '落实',
  'design.stage_lapsed': '失效',
  'design.stage_cancelled': '取消',
  'design.assurance_reported': '单方填报',
  'design.assurance_confirmed': '双方确认',
  'design.assurance_documented': '有据可查',
  'design.assurance_verified': '已核实',
  'design.assurance_differ': '口径不一',
  'design.assurance_withdrawn': '已撤回',
  'outcomes.unit_deal_other': '项',
  'outcomes.unit_project_other': '个项目',
  'outcomes.unit_investment_other': '项',
  'outcomes.unit_exchange_other': '项',
  'outcomes.unit_companies_other': '家企业',
  'outcomes.unit_people_other': '人',
  'outcomes.unit_events_other': '场',
  'outcomes.came_companies': '已参加',
  'outcomes.came_people': '已参加',
  'outcomes.came_events': '已举办',
  'outcomes.in_dispute': '口径不一',
});
