// Refusals of evidence, in Chinese.
import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'evidence.statement_not_found': '该记载不存在，或未与贵单位共享。',
  'evidence.source_not_found': '该来源不存在，或未与贵单位共享。',
  'evidence.document_not_found': '该文件不存在，或未与贵单位共享。',
  'evidence.pin_not_found': '该优先设定已不存在。',
  'evidence.source_title_missing': '请填写来源名称，以便他人查找。',
  'evidence.source_unknown': '贵单位没有该来源。',
  'evidence.source_is_itself': '来源不能与自身合并。',
  'evidence.source_merged_already': '该来源已合并，请先取消合并。',
  'evidence.source_target_merged': '所选来源已并入其他来源，请改选后者。',
  'evidence.source_holds_others': '已有其他来源并入该来源。请改为反向合并，或先取消已有合并。',
  'evidence.source_untitled': '只能合并有名称的来源。',
  'evidence.source_not_merged': '该来源未曾合并。',
  'evidence.document_unknown': '贵单位没有该文件。',
  'evidence.office_unknown': '没有该单位。',
  'evidence.share_with_whom': '请至少指定一个其他单位，或设为仅本单位可见。',
  'evidence.currency_missing': '请注明币种，如GBP、CNY。',
  'evidence.supersedes_unknown': '只能更正本单位对同一事项的记载。',
  'evidence.superseded_already': '他人已先行更正。请查看最新记载后再作决定。',
  'evidence.only_facts_first': '只有事实和数量可优先显示；看法、比较与预测单独列出。',
  'evidence.withdrawn_already': '该记载已撤回。',
  'evidence.pin_wider_than_statement': '该记载并未公开，只能在本单位范围内设为优先。',
  'evidence.file_empty': '该文件为空。',
  'evidence.file_too_large': '文件不得超过{{megabytes}} MB，请压缩或拆分。',
  'evidence.file_program': '该文件实为程序。凭证可为PDF、图片、纯文本、Word文档或Excel工作簿。',
  'evidence.file_page': '网页和SVG图形可能含有脚本，不予保存。请另存为PDF后上传。',
  'evidence.file_macros': '该文件含有宏。请去除宏后重新上传。',
  'evidence.file_unknown': '不支持此类文件。凭证可为PDF、图片（PNG、JPEG、WebP）、纯文本、Word文档或Excel工作簿。',
});
