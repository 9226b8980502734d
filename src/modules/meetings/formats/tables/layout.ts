// The sheets of an event workbook and their columns: headings in both languages, and other headings people use for the same.
import type { FileTableName } from '../../domain/file/edition-file.ts';

export type SheetLanguage = 'en' | 'zh-Hans';

export interface ColumnLayout {
  readonly field: string;
  readonly en: string;
  readonly zh: string;
  /** Further headings, lower case and without spaces. */
  readonly also: readonly string[];
  /** A sheet without it is not this table. */
  readonly needed?: true;
  /** One column per language: heading followed by the language in brackets. */
  readonly perLanguage?: true;
}

export interface TableLayout {
  readonly table: Exclude<FileTableName, 'fixed'>;
  readonly en: string;
  readonly zh: string;
  readonly also: readonly string[];
  readonly columns: readonly ColumnLayout[];
}

const date: ColumnLayout = { field: 'date', en: 'Date', zh: '日期', also: ['day'] };
const start: ColumnLayout = { field: 'start', en: 'Start', zh: '开始', also: ['from', 'starttime', 'begin', '开始时间', '起'] };
const end: ColumnLayout = { field: 'end', en: 'End', zh: '结束', also: ['to', 'endtime', 'until', '结束时间', '止'] };
const hall: ColumnLayout = { field: 'hall', en: 'Hall', zh: '展馆', also: ['馆', '馆号'] };
const seats: ColumnLayout = {
  field: 'seats',
  en: 'Meetings at once',
  zh: '可同时洽谈场次',
  also: ['seats', 'capacity', 'parallelmeetings', '同时场次'],
};
const closedSlots: ColumnLayout = { field: 'closedSlots', en: 'Closed slots', zh: '停用时段', also: ['closed', '不可用时段'] };
const languages: ColumnLayout = { field: 'languages', en: 'Languages', zh: '语言', also: ['language', '语种', '洽谈语言', '工作语言'] };
const code = (also: readonly string[]): ColumnLayout => ({
  field: 'code',
  en: 'Code',
  zh: '编号',
  also: ['id', 'no', 'no.', '代码', '序号', ...also],
});
const name = (also: readonly string[]): ColumnLayout => ({ field: 'name', en: 'Name', zh: '名称', also, needed: true, perLanguage: true });

const company = [
  'company',
  'companyname',
  'organisation',
  'organization',
  'firm',
  'participant',
  '企业',
  '企业名称',
  '公司',
  '公司名称',
  '单位',
  '单位名称',
  '参会单位',
  '展商名称',
  '采购商名称',
];

/** All sheets in the order in which they are written. */
export const layouts: readonly TableLayout[] = [
  {
    table: 'edition',
    en: 'Edition',
    zh: '届次',
    also: ['event', '活动'],
    columns: [
      name([]),
      { field: 'venue', en: 'Venue', zh: '地点', also: ['place', '会场'], perLanguage: true },
      { field: 'timeZone', en: 'Time zone', zh: '时区', also: ['tz'], needed: true },
      { field: 'firstDay', en: 'First day', zh: '开始日期', also: ['startdate', '首日'], needed: true },
      { field: 'lastDay', en: 'Last day', zh: '结束日期', also: ['enddate', '末日'], needed: true },
    ],
  },
  {
    table: 'slots',
    en: 'Slots',
    zh: '时段',
    also: ['timeslots', 'times', '时间', '时间表'],
    columns: [
      { field: 'number', en: 'Slot', zh: '时段', also: ['no', 'no.', 'number', '序号', '编号'] },
      { ...date, needed: true },
      { ...start, needed: true },
      { ...end, needed: true },
      { field: 'session', en: 'Session', zh: '半天', also: ['场次', '上下午'] },
    ],
  },
  {
    table: 'tables',
    en: 'Tables',
    zh: '洽谈桌',
    also: ['桌子', '桌位'],
    columns: [
      { field: 'number', en: 'Table', zh: '桌号', also: ['no', 'no.', 'number', '洽谈桌', '编号', '序号'], needed: true },
      hall,
      seats,
      closedSlots,
    ],
  },
  {
    table: 'stands',
    en: 'Stands',
    zh: '展位',
    also: ['booths', '展台'],
    columns: [
      { field: 'code', en: 'Stand', zh: '展位号', also: ['code', 'booth', '展位', '编号'], needed: true },
      hall,
      { field: 'lead', en: 'Lead exhibitor', zh: '组展机构', also: ['lead', '牵头展商'] },
      seats,
      closedSlots,
    ],
  },
  {
    table: 'groups',
    en: 'Groups',
    zh: '团组',
    also: ['delegations', 'tradinggroups', '代表团', '交易团'],
    columns: [
      { ...code(['group']), needed: true },
      name(['group', '团组名称', '交易团名称']),
      { field: 'kind', en: 'Kind', zh: '类别', also: ['type', '类型'] },
      { field: 'parent', en: 'Part of', zh: '上级团组', also: ['parent', '所属团组'] },
    ],
  },
  {
    table: 'participants',
    en: 'Participants',
    zh: '参会单位',
    also: [
      'companies',
      'organisations',
      'organizations',
      'exhibitors',
      'buyers',
      '单位',
      '企业',
      '展商',
      '采购商',
      '展商名单',
      '采购商名单',
      '参会名单',
      '企业名单',
    ],
    columns: [
      code(['participantcode', '单位编号', '企业编号', '单位代码', '企业代码']),
      name(company),
      { field: 'role', en: 'Role', zh: '身份', also: ['type', '类别', '角色', '参会身份'] },
      {
        field: 'country',
        en: 'Country or region',
        zh: '国家（地区）',
        also: ['country', 'countrycode', 'region', '国家', '地区', '国别', '国家代码', '国家或地区', '国家地区'],
      },
      { field: 'city', en: 'City', zh: '城市', also: ['town', '所在城市'] },
      languages,
      seats,
      { field: 'minMeetings', en: 'Least meetings', zh: '最少场次', also: ['min', 'minmeetings', 'minimum'] },
      { field: 'maxMeetings', en: 'Most meetings', zh: '最多场次', also: ['max', 'maxmeetings', 'maximum'] },
      { field: 'group', en: 'Group', zh: '团组', also: ['delegation', 'tradinggroup', '代表团', '交易团', '所属团组'] },
      { field: 'stand', en: 'Stand', zh: '展位号', also: ['booth', '展位', '展台'] },
      { field: 'meetsAt', en: 'Meets at', zh: '洽谈地点', also: ['meetingpoint'] },
      {
        field: 'surname',
        en: 'Contact surname',
        zh: '联系人姓',
        // A whole name in one column is kept whole: which part of it is the surname cannot be told.
        also: ['surname', 'lastname', 'familyname', '姓', 'contact', 'contactname', 'contactperson', '联系人', '联系人姓名', '参会人'],
      },
      { field: 'givenName', en: 'Contact given name', zh: '联系人名', also: ['givenname', 'firstname', '名'] },
      { field: 'post', en: 'Contact post', zh: '联系人职务', also: ['post', 'position', 'jobtitle', '职务', '职位'] },
    ],
  },
  {
    table: 'interpreters',
    en: 'Interpreters',
    zh: '译员',
    also: ['翻译'],
    columns: [
      { field: 'name', en: 'Name', zh: '姓名', also: ['interpreter', '译员'], needed: true },
      { ...languages, needed: true },
    ],
  },
  {
    table: 'unavailable',
    en: 'Unavailable',
    zh: '不便时间',
    also: ['absences', 'unavailabletimes', '不可用时间'],
    columns: [
      { field: 'participant', en: 'Participant', zh: '参会单位', also: [...company, 'code', '编号', '代码'] },
      { field: 'interpreter', en: 'Interpreter', zh: '译员', also: ['翻译'] },
      { field: 'slot', en: 'Slot', zh: '时段', also: ['slotnumber'] },
      date,
      start,
      end,
      { field: 'reason', en: 'Reason', zh: '事由', also: ['note', '原因', '备注'] },
    ],
  },
  {
    table: 'requests',
    en: 'Requests',
    zh: '预约洽谈',
    also: ['meetings', 'meetingrequests', '预约', '洽谈需求', '洽谈意向'],
    columns: [
      { field: 'from', en: 'From', zh: '预约方', also: ['requester', 'by', 'who', '申请方', '提出方'], needed: true },
      { field: 'to', en: 'To', zh: '对方', also: ['requested', 'with', 'whom', '洽谈对象', '被约方', '预约对象'], needed: true },
      { field: 'wish', en: 'Wish', zh: '意愿', also: ['priority', 'strength', '意向', '优先级'] },
      { field: 'session', en: 'Session', zh: '半天', also: ['half-day', '场次', '上下午'] },
      { field: 'note', en: 'Note', zh: '备注', also: ['reason', 'why', 'remark', 'comment', '说明', '理由'] },
      { field: 'meeting', en: 'Meeting', zh: '洽谈编号', also: ['meetingnumber', 'meetingno', '洽谈序号'] },
      { field: 'fixedSlot', en: 'Fixed slot', zh: '固定时段', also: ['fixed', '指定时段'] },
    ],
  },
  {
    table: 'orders',
    en: 'Order',
    zh: '先后次序',
    also: ['orders', 'precedences', 'precedence', '次序', '先后'],
    columns: [
      { field: 'earlier', en: 'Earlier meeting', zh: '先洽谈编号', also: ['earlier', 'before', '先'], needed: true },
      { field: 'later', en: 'Later meeting', zh: '后洽谈编号', also: ['later', 'after', '后'], needed: true },
    ],
  },
];

/** A heading as it is compared: full-width forms folded, lower case, without spaces and marks of obligation. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*:/：]+/g, '')
    .replace(/\((必填|选填|required|optional)\)/g, '');

/** The heading that a column is written with. */
export const headingOf = (column: ColumnLayout, language: SheetLanguage): string => (language === 'en' ? column.en : column.zh);

/** The name that a sheet is written with. */
export const sheetNameOf = (layout: TableLayout, language: SheetLanguage): string => (language === 'en' ? layout.en : layout.zh);

const LANGUAGE_WORDS: Readonly<Record<string, readonly [string, string]>> = { en: ['English', '英文'], 'zh-Hans': ['Chinese', '中文'] };

/** A per-language heading such as `Name (English)`, `名称（中文）` or `Name (pt)`. */
export function languageHeading(column: ColumnLayout, tag: string, language: SheetLanguage): string {
  const words = LANGUAGE_WORDS[tag];
  return language === 'en' ? `${column.en} (${words?.[0] ?? tag})` : `${column.zh}（${words?.[1] ?? tag}）`;
}

const TAGS_BY_WORD: Readonly<Record<string, string>> = {
  english: 'en',
  英文: 'en',
  英语: 'en',
  chinese: 'zh-Hans',
  中文: 'zh-Hans',
  汉语: 'zh-Hans',
  'zh-hans': 'zh-Hans',
  zh: 'zh-Hans',
  'zh-hant': 'zh-Hant',
};

/** What a heading says: the column, and its language where it names one; null where it is none of the table's. */
export function columnOfHeading(
  layout: TableLayout,
  heading: string,
): { readonly column: ColumnLayout; readonly tag: string | null } | null {
  // Bilingual sheets say both in one cell: `Company name / 企业名称`.
  const parts = [heading, ...heading.split(/[\n/|]/)];
  for (const part of parts) {
    const found = columnOfPart(layout, part);
    if (found !== null) return found;
  }
  return null;
}

function columnOfPart(layout: TableLayout, heading: string): { readonly column: ColumnLayout; readonly tag: string | null } | null {
  const key = headingKey(heading);
  if (key === '') return null;
  const matches = (column: ColumnLayout, word: string): boolean =>
    word === headingKey(column.en) || word === headingKey(column.zh) || column.also.includes(word);
  const exact = layout.columns.find((column) => matches(column, key));
  if (exact !== undefined) return { column: exact, tag: null };
  const bracketed = /^(.+)\(([^()]+)\)$/.exec(key);
  const led = /^(english|chinese|英文|中文)(.+)$/.exec(key);
  const [word, named] =
    bracketed !== null ? [bracketed[1] ?? '', bracketed[2] ?? ''] : led !== null ? [led[2] ?? '', led[1] ?? ''] : ['', ''];
  const column = layout.columns.find((c) => c.perLanguage === true && matches(c, word));
  if (column === undefined) return null;
  const stated = /\(([^()]+)\)\s*$/.exec(heading.normalize('NFKC'))?.[1]?.trim() ?? named;
  return { column, tag: TAGS_BY_WORD[named] ?? stated };
}

/** The table that a sheet's or file's name says, with the role where the name is that of one: `Exhibitors`, `采购商名单`. */
export function layoutOfName(name: string): { readonly layout: TableLayout; readonly role: 'exhibitor' | 'buyer' | null } | null {
  const key = headingKey(name.replace(/\.(csv|tsv|txt|xlsx)$/i, ''));
  const layout = layouts.find((l) => key === headingKey(l.en) || key === headingKey(l.zh) || l.also.includes(key));
  if (layout === undefined) return null;
  const role = /^(exhibitors|展商)/.test(key) ? 'exhibitor' : /^(buyers|采购商)/.test(key) ? 'buyer' : null;
  return { layout, role };
}
