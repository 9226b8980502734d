import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'reports.known': '已知',
  'reports.contested': '官方记载不一',
  'reports.reported': '待印证',
  'reports.held': '看法、比较与预测',
  'reports.unknown': '未知',
  'reports.head_home': '友城关系公开名录',
  'reports.head_home_text': '搜索城市，查看其友城关系中已知、待印证与未知的内容，每个数字均注明出处。',
  'reports.head_city': '{{city}}，{{country}}',
  'reports.head_city_text': '{{city}}的友城关系、优势、故事与经验做法，均注明出处。',
  'reports.head_tie': '{{first}}与{{second}}',
  'reports.head_report': '{{first}}与{{second}}：友城关系已知情况',
  'reports.head_outcome_text': '“{{outcome}}”各阶段的记录，均注明出处。',
  'reports.head_programme': '{{edition}}议程',
  'reports.head_edition_text': '{{edition}}已公布的议程、展馆和参展单位。',
  'reports.head_tie_text':
    '{{first}}与{{second}}的友城关系，均注明出处：协议{{agreements}}项；往来{{exchanges}}次；其他事项{{matters}}项。',
  'reports.gap_begun_by_paper': '何时结好；已有签署文件',
  'reports.gap_established': '何时结好',
  'reports.gap_class': '友城关系的类别',
  'reports.gap_status': '一方对现状的说明',
  'reports.gap_visits': '一方的出访',
  'reports.gap_parties': '协议的签署方',
  'reports.gap_validity': '协议的有效期',
  'reports.gap_follow_up': '后续情况',
  'reports.gap_domains': '未录入的领域',
  'reports.gap_silence': '此后无记载',
  'reports.not_followed': '本届尚未公布后续情况。',
  'reports.preview_outdated': '预览之后内容有变，请重新查看。',
  'reports.edition_not_public': '本届活动本身尚未公开，请先公开。',
});
