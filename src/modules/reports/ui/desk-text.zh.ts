import { translate } from '#kernel/translation.ts';
import type { deskEn } from './desk-text.en.ts';

export const deskZh = translate<typeof deskEn>()({
  'reports.see_draft': '查看含未公开内容的版本',
  'reports.may_be_same': '可能与先前录入的“{{title}}”为同一项，不计入合计。',
  'reports.draft': '公开之前的报告',
  'reports.draft_lines_other': '此处有{{count}}条内容尚未列入公开报告，每条均注明可见范围。',
  'reports.draft_same': '本单位可见的内容均已公开。',
  'reports.draft_reply': '可打开某项成果代表本方答复；其他说法请在友城关系页面录入。',
  'reports.to_tie': '友城关系页面',
  'reports.to_public': '公开报告',
});
