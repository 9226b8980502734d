// Chinese sentences that the server says of suggestions.
import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'matching.unknown': '没有该参会单位，或贵单位无权代其操作。',
  'matching.lesson_unknown': '没有该条目，或未向贵单位开放。',
  'matching.teacher_missing': '请填写借鉴自哪个城市，或至少填写国家（地区）。',
  'matching.teacher_twice': '城市与国家（地区）只填其一。',
  'matching.teacher_is_learner': '借鉴方与被借鉴方不能是同一城市。',
  'matching.value_misfits': '该值与所述事项不符。',
  'matching.since_to_come': '该日期尚未到来，请填写实际起始时间。',
  'matching.used_before_learned': '试行或采用时间早于借鉴时间，请更正其中一个日期。',
  'matching.code_unknown': '该词不在列表中。',
  'matching.own_word_missing': '中英文均须填写。',
  'matching.own_word_swapped': '英文一栏含有汉字，或中文一栏没有汉字。',
  'matching.own_word_long': '每个用词最多{{max}}个字符。',
  'matching.own_word_again': '该组用词已在列表中。',
  'matching.own_words_many': '每个单位最多{{max}}组用词。',
});
