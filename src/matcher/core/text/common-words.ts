// Words that say nothing of what is sought. Those of the first kind are left out, those of the second count for little: they stand in every text of a fair.
import { stemOf } from './stem.ts';

const emptyEnglish =
  'a an the and or but nor so yet if then than as of in on at by to for from with without within into onto over under up down out off about ' +
  'between among through during before after until since while per via is are was were be been being am do does did doing done have has had having ' +
  'can could may might must shall should will would not no we us our ours you your yours they them their theirs he she it its his her i my me this that ' +
  'these those here there where when who whom whose which what why how all any each every both either neither some such own same other others another ' +
  'more most much many few less least very too also just only even still ever never always often again once now already soon yes ' +
  'need needs needed want wants wanted seek seeks seeking sought look looking looks wish wishes hope hopes require required requires request ' +
  'buy buyer buyers purchase purchasing purchaser procure procuring source sourcing find finding ask asks interested interest ' +
  'offer offers offering offered provide provides provided providing provider supply supplies supplied supplying supplier suppliers vendor sell selling seller ' +
  'company companies firm firms enterprise manufacturer maker producer business partner partners partnership cooperate cooperation collaborate collaboration ' +
  'system systems solution solutions product products service services technology technologies technical equipment device devices facility facilities project projects ' +
  'make makes made making use uses used using help helps helping get give gives given take takes taken keep keeps kept put let like able etc e g ie eg ' +
  'one two three four five six seven eight nine ten first second third several various new good best better high low large small big great full whole ' +
  'well quality leading advanced modern professional experience experienced expert expertise know-how knowhow thing things way ways time times year years day days ' +
  'want would-be including include includes included especially particularly based according due across along around against toward towards s t re ve ll d m ' +
  'medium mini micro size sized sizes mayor mayors forum forums sister sisters twin twinned twinning counterpart counterparts friendship delegation delegations visit visits';

const weakEnglish =
  'city cities town municipal local regional national international global world country region area district site place people person user users customer customers client ' +
  'public private government authority department office organisation organization institute institution association group team member staff worker ' +
  'management manage operation operate operator development develop build building construct design plan planning programme program scheme strategy policy measure ' +
  'improve improvement increase reduce reduction cut lower raise support promote promotion introduce implement install installation apply application ' +
  'market industry industrial sector trade price cost costs cheap affordable efficient efficiency effective reliable safe smart intelligent digital green sustainable innovative innovation ' +
  'model standard level type kind form part component material materials process processing line unit set range series capacity scale size number amount ' +
  'training information data platform network center centre machine tool work working job task problem challenge issue result example case study practice method approach ' +
  'match matching tie note watch pitch cast plot toast nail hail stamp seal open run running start begin continue change move bring come go show see meet share learn become remain stay turn ' +
  'old long short wide different special specific general main major important key common certain possible suitable ready available current existing daily ' +
  'home house room street water air food school child life health energy power light car road land space water ' +
  'draft drafts invented preview previewed text texts write writing written content contents title description follow follows tbd tbc todo lorem ipsum ' +
  'british uk britain england english china chinese shanghai liverpool europe european asia asian german germany american usa';

const emptyHan =
  '的 了 和 与 及 或 在 是 有 为 对 从 到 把 被 将 也 都 就 而 以 于 之 其 该 这 那 我们 我 你 您 他 她 它 他们 它们 自己 本 各 每 等 等等 所 并 并且 以及 但 但是 如果 因为 所以 ' +
  '可 可以 能 能够 会 应 应该 需 需要 要 想 希望 寻求 寻找 求购 采购 购买 征求 期待 欢迎 愿 愿意 拟 计划 正在 已 已经 曾 还 还有 又 再 更 最 很 非常 较 比较 不 没有 没 无 非 未 ' +
  '提供 供应 供应商 供货 厂商 厂家 制造商 生产商 商家 买家 卖家 公司 企业 集团 有限公司 我司 本公司 单位 机构 伙伴 合作 合作伙伴 合作方 对接 ' +
  '系统 方案 解决方案 产品 服务 技术 设备 装置 设施 项目 业务 相关 有关 方面 一种 一个 一些 多种 各种 各类 各 种 个 名 家 台 套 年 月 日 天 次 位 条 座 所 用 用于 适用 适用于 使用 采用 利用 通过 进行 开展 实现 ' +
  '具有 拥有 包括 包含 以 让 使 给 向 由 按 按照 根据 基于 同 跟 比 上 下 中 内 外 里 间 前 后 时 来 去 做 作 成 得 地 着 过 吗 呢 吧 什么 怎么 如何 怎样 哪些 多 少 大 小 高 低 好 新 旧 ' +
  '优质 先进 专业 领先 高端 高品质 高质量 丰富 经验 成熟 一流 知名 优秀 可靠 完善 全套 整套 一站式 长期 全 全部 以上 以下 左右 约 超过 达到 帮助 支持 ' +
  '小型 中型 大型 微型 中小型 大中型 小规模 大规模 市长 副市长 论坛 友城 友好城市 姐妹城市 结好 结对 代表团 访问 来访 出访';

const weakHan =
  '城市 市 本市 我市 全市 地区 区域 国家 国际 全球 世界 国内 国外 中国 上海 利物浦 英国 欧洲 亚洲 德国 美国 本地 当地 地方 政府 部门 管理 运营 经营 建设 发展 开发 设计 规划 研究 制造 生产 加工 安装 应用 推广 改造 升级 更换 更新 换代 升级换代 替换 加装 改善 提高 提升 降低 减少 增加 ' +
  '市场 行业 产业 工业 领域 价格 成本 效率 高效 安全 智能 智慧 数字 绿色 可持续 创新 标准 水平 类型 形式 部分 部件 材料 过程 工艺 规模 能力 数量 平台 网络 中心 机器 工具 工作 任务 问题 挑战 课题 结果 案例 做法 方法 模式 经验做法 ' +
  '人员 人 群众 用户 客户 居民 社会 公共 生活 学习 信息 数据 培训 指导 咨询 解决 处理 治理 控制 保护 保障 维护 监测 检测 分析 运行 操作 推进 推动 促进 加强 引进 交流 分享 培养 专家 团队 员工 时间 空间 环境 条件 资源 机会 重点 主要 重要 不同 特殊 现有 目前 ' +
  '虚构 可见 仅 预览 发布 示例 例子 草稿 初稿 尚待 待定 待补充 补充 撰写 编写 填写 内容 文字 文本 标题 说明';

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));
const empty = new Set([...stems(emptyEnglish), ...emptyEnglish.split(' '), ...emptyHan.split(' ')]);
const weak = new Set([...stems(weakEnglish), ...weakHan.split(' ')]);

/** Figures and measures: how much is sought is not what is sought. */
const figure =
  /^(\d+[a-z]{0,3}|[〇零一二三四五六七八九十百千万亿两几半第]+(吨|米|元|个|只|年|月|天|人|名|套|台|间|家|升|斤|度|座|条|平方米|公里|公斤|小时|分钟)?)$/u;
const isHan = /\p{Script=Han}/u;

/** How much a word by itself says of what is sought: 0 nothing, 1 as much as any; a single character may be half a word. `form` is a stem or a Chinese word. */
export function weightOfWord(form: string): number {
  if (empty.has(form) || figure.test(form)) return 0;
  if (form.length < 2) return isHan.test(form) ? 0.4 : 0;
  return weak.has(form) ? 0.25 : 1;
}
