import { translate } from '#kernel/translation.ts';
import type { en } from './plan-text.en.ts';

export const zh = translate<typeof en>()({
  'meetings.search_ended': '限时{{of}}秒，运行{{seconds}}秒后自行结束：连续多次尝试均未能多排。换一个方案编号或可得到不同安排。',
  'meetings.main_reason': '未排入的主要原因：{{reason}}（{{total}}场中{{count}}场）。',
  'meetings.main_no_time': '双方没有共同的空闲时段',
  'meetings.main_full': '洽谈桌或展位已满',
  'meetings.main_interpreter': '无空闲译员',
  'meetings.main_limit': '已达场次上限',
  'meetings.main_session': '所要求的时段已满',
  'meetings.main_order': '先后顺序限制',
  'meetings.main_free': '预约较晚，尚可排入',
  'meetings.upheaval': '正式日程第{{number}}版的{{meetings}}场中，{{moved}}场将变动，{{removed}}场将取消；新增{{added}}场。',
  'meetings.upheaval_great': '变动较大。重新排期可保留现行安排。',
  'meetings.upheaval_list': '逐场查看',
  'meetings.changes_of_release': '发布后正式日程第{{number}}版的变动',
  'meetings.in_force_moves': '正式日程第{{number}}版的洽谈',
  'meetings.in_force_moves_hint': '参会单位的洽谈日程以此为准。',
  'meetings.moves_close': '保持不动，仅为多排洽谈时调整',
  'meetings.moves_freely': '可全部重新安排',
  'meetings.newer_schedule': '本草案开始后，正式日程第{{number}}版已发布；发布本草案将撤回其中的变动。',
  'meetings.told_undone': '已撤销：{{what}}',
  'meetings.undo_last': '撤销上一步',
});
