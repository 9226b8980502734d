// Chinese texts of desk.
import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'desk.calendar_not_found': '该日历地址不存在，或属于他人。',
  'desk.weekly_mail_not_found': '该链接未对应任何每周邮件。',
  'desk.zone_unknown': '无法识别该时区，请按“Asia/Shanghai”的形式填写。',
  'desk.paste_not_found': '该批粘贴内容不存在，或属于其他单位。',
  'desk.cell_read_by_others': '此项填报已有其他单位可见。请在友城关系页面查看可见范围后撤回。',
  'desk.cell_twice': '此单元格重复出现。',
  'desk.office_without_city': '贵单位尚未认领城市。请先认领本市，再粘贴友城名录。',
  'desk.paste_empty': '粘贴内容中没有数据行。',
  'desk.paste_too_long': '一次最多粘贴{{max}}行。',
  'desk.paste_row_unknown': '粘贴内容中没有这一行。',
  'desk.paste_undone': '该批粘贴已撤销，请重新粘贴。',
  'desk.paste_city_missing': '此行未注明城市。',
  'desk.paste_city_unknown': '未找到名为“{{cell}}”的城市。',
  'desk.paste_country_unknown': '“{{cell}}”指哪一国家（地区）？',
  'desk.paste_city_several': '“{{cell}}”指哪一座城市？',
  'desk.paste_cities_in_cell': '“{{cell}}”含有不止一个城市，应为哪一个？',
  'desk.paste_not_whole': '未保存：仍有{{count}}行待确认。',
  'desk.paste_class_unknown': '“{{cell}}”属于哪一类别？',
  'desk.paste_status_unknown': '“{{cell}}”属于哪种状态？',
  'desk.paste_year_unlikely': '以“{{date}}”为结好时间较为少见，是否无误？',
  'desk.paste_twice': '第{{row}}行已列出同一城市。',
  'desk.paste_status_in_remarks': '备注写有“{{cell}}”，是否为该友城关系的现状？',
  'desk.paste_earlier_more': '本单位此前记为{{date}}（出处：{{whose}}），此行为{{pasted}}，更为精确。',
  'desk.paste_class_differs': '本单位所记类别为{{ours}}，此行为{{pasted}}。',
  'desk.paste_status_differs': '本单位所记现状为{{ours}}，此行为{{pasted}}。',
  'desk.paste_note_differs': '本单位备注为“{{ours}}”，此行为“{{pasted}}”。',
  'desk.paste_earlier_differs': '本单位此前记为{{date}}（出处：{{whose}}），此行为{{pasted}}。两项可并存。',
  'desk.paste_earlier_and_shown':
    '表中显示{{shown}}（出处：{{shownWhose}}），本单位另记有{{date}}（出处：{{whose}}），此行为{{pasted}}。各项可并存。',
  'desk.paste_shown_differs': '名录显示{{date}}（出处：{{whose}}），本单位尚未填报；此行为{{pasted}}。其他单位的记载保留。',
  'desk.paste_class_shown_differs': '名录所列类别为{{ours}}，本单位尚未填报；此行为{{pasted}}。其他单位的记载保留。',
  'desk.paste_status_shown_differs': '名录所列现状为{{ours}}，本单位尚未填报；此行为{{pasted}}。其他单位的记载保留。',
});
