import { translate } from '#kernel/translation.ts';
import type { en } from './profile-text.en.ts';

export const zh = translate<typeof en>()({
  'cities.sought_missing': '请填写希望结好的对象、联系单位和截止日期。',
  'cities.sought_elsewhere': '只有结好意向可以填写希望结好的对象。',
  'cities.call_over': '截止日期已过。请改为较晚的日期后重新发布。',
  'cities.text_not_found': '该条目没有此编号的文稿。',
  'cities.text_of_now': '这就是当前文稿。',
  'cities.not_published': '该条目没有公开内容。',
  'cities.review_needed': '须先经本单位另一人审阅，请提请审核。',
  'cities.note_needed': '尚无他人审阅，请简要说明仍予发布的理由。',
  'cities.nobody_reviews': '本单位没有其他人可以审核，请附说明发布。',
  'cities.review_asked_already': '该文稿已提请审核。',
  'cities.review_not_asked': '该文稿没有提请审核。',
  'cities.own_text': '文稿由您撰写，须由本单位另一人审核。',
  'cities.remarks_missing': '请说明需要修改之处。',
});
