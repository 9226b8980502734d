import { translate } from '#kernel/translation.ts';
import type { mapEn } from './map-text.en.ts';

export const mapZh = translate<typeof mapEn>()({
  'ties.on_map': '地图',
  'ties.map_note_short': '谁与谁结好，一图一表。',
  'ties.map_title': '友城关系地图',
  'ties.map_of_city': '{{city}}友城关系地图',
  'ties.map_note_other': '共{{count}}对',
  'ties.map_of_all': '全部城市',
  'ties.map_list': '以列表显示',
  'ties.map_unplaced': '以下城市无坐标，仅列于表中：{{cities}}',
  'ties.map_list_chosen': '所选的友城关系',
  'ties.map_all_ties': '全部友城关系',
  'ties.map_place_other': '已选：{{city}}，共{{count}}对友城关系，列于下方。',
  'ties.map_open_city': '打开城市页',
  'ties.map_line': '已选：',
  'ties.map_tie': '友城关系',
  'ties.map_empty_heading': '暂无可显示的内容',
  'ties.map_empty': '尚无公开的友城关系。各单位公开后将在此显示。',
});
