// 本单位用词页面的用语（简体中文）。
import { translate } from '#kernel/translation.ts';
import type { wordsEn } from './words-text.en.ts';

export const wordsZh = translate<typeof wordsEn>()({
  'matching.words_title': '本单位用词',
  'matching.words_note': '意思相同的中英文词组',
  'matching.words_text':
    '项目名称、地方说法和内部用语往往不见于词典。在此录入后，仅在本单位查找对接时生效，不影响他人。词典未收的词，取其对应词的含义。',
  'matching.words_no_office': '您不属于任何单位',
  'matching.words_no_office_text': '用词归单位所有，请联系单位负责人邀请您加入。',
  'matching.words_add': '新增一组',
  'matching.words_add_one': '新增',
  'matching.words_english': '英文',
  'matching.words_chinese': '中文',
  'matching.words_paste': '粘贴表格',
  'matching.words_paste_note': '从表格软件复制两列，有无表头均可',
  'matching.words_table': '复制的单元格',
  'matching.words_read': '识读结果',
  'matching.words_row': '行',
  'matching.words_state': '结果',
  'matching.words_good': '可新增',
  'matching.words_left': '未采用：{{words}}',
  'matching.words_at_once': '一次最多新增{{max}}组，取前面的行。',
  'matching.words_add_many_one': '新增1组',
  'matching.words_add_many_other': '新增{{count}}组',
  'matching.words_added_one': '已新增1组。',
  'matching.words_added_other': '已新增{{count}}组。',
  'matching.words_known': '已有用词',
  'matching.words_empty': '尚无本单位用词',
  'matching.words_empty_text': '可先录入某个本地项目的中英文名称，或粘贴翻译人员使用的词汇表。',
  'matching.words_remove': '移除',
  'matching.words_removed': '该组用词已移除。',
  'matching.words_way_in': '可录入仅本单位使用的词。',
});
