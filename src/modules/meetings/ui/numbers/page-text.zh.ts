// 本届数据页面的用语（简体中文）。
import { translate } from '#kernel/translation.ts';
import type { numbersPageEn } from './page-text.en.ts';

export const numbersPageZh = translate<typeof numbersPageEn>()({
  'meetings.numbers_cities': '城市名录已收录的城市，不同写法合并统计。',
  'meetings.numbers_lead_none': '尚无预约。有预约后，此处显示各阶段进展。',
  'meetings.numbers_lead': '预约{{asked}}场，已排{{placed}}场，据各方填报已举行{{held}}场。',
  'meetings.numbers_steps': '从预约到成果',
  'meetings.numbers_steps_note': '同一对单位只计一次；各阶段不相加',
  'meetings.numbers_asked_means': '“预约”：至少一方提出会见的一对单位。草案只排其中双方均未回绝、且在排期开始前已提出的洽谈。',
  'meetings.numbers_step': '阶段',
  'meetings.numbers_two_none': '本系统未记录这两届的预约与洽谈，其进展不详。',
  'meetings.numbers_two_note': '仅本单位可见；洽谈反馈只作统计，不显示单场内容',
  'meetings.numbers_not_said_other': '{{count}}场已结束，尚无单位填报是否举行。',
  'meetings.numbers_few_told': '满五场有反馈后方作统计。',
  'meetings.numbers_few_leads': '各单位登记的线索归其自身所有，此处仅计数，满五场方予显示。',
  'meetings.numbers_gone': '退出单位{{withdrawn}}家，发布后取消{{cancelled}}场，缺席{{missed}}场。',
  'meetings.numbers_in_parts': '分类统计',
  'meetings.numbers_in_parts_note': '每场洽谈计入双方，故各行不可相加；反馈满五场才显示',
  'meetings.numbers_checked_in': '已签到{{came}}家，共{{of}}家；未签到{{missing}}家。',
  'meetings.numbers_not_begun': '本届尚未开始。',
  'meetings.numbers_nobody_checked_in': '没有签到记录，到场情况不详。',
  'meetings.numbers_use': '洽谈桌和译员使用情况',
  'meetings.numbers_use_note': '按现行日程',
  'meetings.numbers_places': '洽谈桌和展位',
  'meetings.numbers_interpreters': '译员',
  'meetings.numbers_used': '共{{of}}个时段，已用{{used}}个（{{share}}）',
  'meetings.numbers_none_there': '未录入',
});
