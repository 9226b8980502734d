// Words of the pictures and papers that a company shows, in Chinese.
import { translate } from '#kernel/translation.ts';
import type { filesEn } from './files-text.en.ts';

export const filesZh = translate<typeof filesEn>()({
  'expos.files_title': '图片、证书和资料',
  'expos.files_note': '最多{{pictures}}张图片、{{papers}}份资料，本届展会的参会单位均可查看。',
  'expos.files_none': '尚未添加。产品图片或资质证书有助于他方选择贵单位。',
  'expos.files_open_other': '图片和资料（{{count}}）',
  'expos.file_add': '添加图片、证书或资料',
  'expos.file_add_hint':
    '图片支持JPEG、PNG、WebP格式；资料为PDF，不超过{{megabytes}} MB；证书两者均可，请在说明中写明证明内容、发证机构和有效期。较大的图片会自动缩小，并清除其中的拍摄地点和时间。',
  'expos.file_sending': '正在上传并检查……',
  'expos.file_added': '已添加{{name}}。',
  'expos.file_called': '文件{{name}}',
  'expos.file_describe': '填写说明',
  'expos.file_described': '说明已保存。',
  'expos.file_remove': '移除',
  'expos.file_remove_question': '移除“{{name}}”？',
  'expos.file_remove_text': '移除后即删除，如需恢复须重新添加。',
  'expos.file_removed': '已移除。',
  'expos.picture_words': '图片内容',
  'expos.picture_words_hint': '一句话即可，供看不到图片的人了解。',
  'expos.picture_undescribed': '未填写说明的图片',
  'expos.picture_to_describe': '尚未填写说明。',
  'expos.paper_words': '资料内容',
  'expos.paper_words_hint': '将代替文件名显示。',
  'expos.paper_size': 'PDF文件，{{size}}',
});
