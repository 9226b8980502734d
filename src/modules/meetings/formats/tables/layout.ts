// The sheets of an edition workbook and their columns: headings in both languages, and other headings people use for the same.
import { languages, writing, type InEach, type Language } from '#kernel/language.ts';
import type { FileTableName } from '../../domain/file/edition-file.ts';
import { bareHead } from '#reading/heads.ts';
import { wordTable } from '#reading/words.ts';

/** Words in each language of the interface in its order, parted by bars: the first of each is written, all are understood. */
export type SheetWords = InEach<string>;

/** The word that is written. */
export const writtenWord = (words: SheetWords, language: Language): string => words[languages.indexOf(language)]?.split('|')[0] ?? '';

export interface ColumnLayout {
  readonly field: string;
  readonly heads: SheetWords;
  /** A sheet without it is not this table. */
  readonly needed?: true;
  /** One column per language: head followed by the language in brackets. */
  readonly perLanguage?: true;
}

export interface TableLayout {
  readonly table: Exclude<FileTableName, 'fixed'>;
  readonly names: SheetWords;
  readonly columns: readonly ColumnLayout[];
}

const needed = { needed: true } as const;
const perLanguage = { perLanguage: true } as const;

const column = (field: string, en: string, zh: string, more: Pick<ColumnLayout, 'needed' | 'perLanguage'> = {}): ColumnLayout => ({
  ...{ field, heads: [en, zh], ...more },
});

const date = column('date', 'Date|day', '日期');
const start = column('start', 'Start|from|start time|begin', '开始|开始时间|起');
const end = column('end', 'End|to|end time|until', '结束|结束时间|止');
const hall = column('hall', 'Hall', '展馆|馆|馆号');
const seats = column('seats', 'Meetings at once|seats|capacity|parallel meetings', '可同时洽谈场次|同时场次');
const closedSlots = column('closedSlots', 'Closed slots|closed', '停用时段|不可用时段');
const spoken = column('languages', 'Languages|language', '语言|语种|洽谈语言|工作语言');
const name = (en: string, zh: string): ColumnLayout => column('name', en, zh, { ...needed, ...perLanguage });

const companyEn = 'company|company name|organisation|organization|firm|participant';
const companyZh = '企业|企业名称|公司|公司名称|单位|单位名称|参会单位|展商名称|采购商名称';

/** All sheets in the order in which they are written. */
export const layouts: readonly TableLayout[] = [
  {
    table: 'edition',
    names: ['Edition|event', '届次|活动'],
    columns: [
      name('Name', '名称'),
      column('venue', 'Venue|place', '地点|会场', perLanguage),
      column('timeZone', 'Time zone|tz', '时区', needed),
      column('firstDay', 'First day|start date', '开始日期|首日', needed),
      column('lastDay', 'Last day|end date', '结束日期|末日', needed),
    ],
  },
  {
    table: 'slots',
    names: ['Slots|timeslots|times', '时段|时间|时间表'],
    columns: [
      column('number', 'Slot|no|number', '时段|序号|编号'),
      ...[date, start, end].map((one) => ({ ...one, ...needed })),
      column('session', 'Session', '半天|场次|上下午'),
    ],
  },
  {
    table: 'tables',
    names: ['Tables', '洽谈桌|桌子|桌位'],
    columns: [column('number', 'Table|no|number', '桌号|洽谈桌|编号|序号', needed), hall, seats, closedSlots],
  },
  {
    table: 'stands',
    names: ['Stands|booths', '展位|展台'],
    columns: [
      column('code', 'Stand|code|booth', '展位号|展位|编号', needed),
      hall,
      column('lead', 'Lead exhibitor|lead', '组展机构|牵头展商'),
      seats,
      closedSlots,
    ],
  },
  {
    table: 'groups',
    names: ['Groups|delegations|trading groups', '团组|代表团|交易团'],
    columns: [
      column('code', 'Code|id|no|group', '编号|代码|序号', needed),
      name('Name|group', '名称|团组名称|交易团名称'),
      column('kind', 'Kind|type', '类别|类型'),
      column('parent', 'Part of|parent', '上级团组|所属团组'),
    ],
  },
  {
    table: 'participants',
    names: [
      'Participants|companies|organisations|organizations|exhibitors|buyers',
      '参会单位|单位|企业|展商|采购商|展商名单|采购商名单|参会名单|企业名单',
    ],
    columns: [
      column('code', 'Code|id|no|participant code', '编号|代码|序号|单位编号|企业编号|单位代码|企业代码'),
      name(`Name|${companyEn}`, `名称|${companyZh}`),
      column('role', 'Role|type', '身份|类别|角色|参会身份'),
      column('country', 'Country or region|country|country code|region', '国家（地区）|国家|地区|国别|国家代码|国家或地区'),
      column('city', 'City|town', '城市|所在城市'),
      spoken,
      seats,
      column('minMeetings', 'Least meetings|min|min meetings|minimum', '最少场次'),
      column('maxMeetings', 'Most meetings|max|max meetings|maximum', '最多场次'),
      column('group', 'Group|delegation|trading group', '团组|代表团|交易团|所属团组'),
      column('stand', 'Stand|booth', '展位号|展位|展台'),
      column('meetsAt', 'Meets at|meeting point', '洽谈地点'),
      // A whole name in one column is kept whole: which part of it is the surname cannot be told.
      column(
        'surname',
        'Contact surname|surname|last name|family name|contact|contact name|contact person',
        '联系人姓|姓|联系人|联系人姓名|参会人',
      ),
      column('givenName', 'Contact given name|given name|first name', '联系人名|名'),
      column('post', 'Contact post|post|position|job title', '联系人职务|职务|职位'),
    ],
  },
  {
    table: 'interpreters',
    names: ['Interpreters', '译员|翻译'],
    columns: [column('name', 'Name|interpreter', '姓名|译员', needed), { ...spoken, ...needed }],
  },
  {
    table: 'unavailable',
    names: ['Unavailable|absences|unavailable times', '不便时间|不可用时间'],
    columns: [
      column('participant', `Participant|${companyEn}|code`, `参会单位|${companyZh}|编号|代码`),
      column('interpreter', 'Interpreter', '译员|翻译'),
      column('slot', 'Slot|slot number', '时段'),
      date,
      start,
      end,
      column('reason', 'Reason|note', '事由|原因|备注'),
    ],
  },
  {
    table: 'requests',
    names: ['Requests|meetings|meeting requests', '预约洽谈|预约|洽谈需求|洽谈意向'],
    columns: [
      column('from', 'From|requester|by|who', '预约方|申请方|提出方', needed),
      column('to', 'To|requested|with|whom', '对方|洽谈对象|被约方|预约对象', needed),
      column('wish', 'Wish|priority|strength', '意愿|意向|优先级'),
      column('session', 'Session|half-day', '半天|场次|上下午'),
      column('note', 'Note|reason|why|remark|comment', '备注|说明|理由'),
      column('meeting', 'Meeting|meeting number|meeting no', '洽谈编号|洽谈序号'),
      column('fixedSlot', 'Fixed slot|fixed', '固定时段|指定时段'),
    ],
  },
  {
    table: 'orders',
    names: ['Order|orders|precedences|precedence', '先后次序|次序|先后'],
    columns: [
      column('earlier', 'Earlier meeting|earlier|before', '先洽谈编号|先', needed),
      column('later', 'Later meeting|later|after', '后洽谈编号|后', needed),
    ],
  },
];

const LANGUAGE_WORDS: Readonly<Record<string, SheetWords>> = {
  en: ['English', '英文|英语'],
  'zh-Hans': ['Chinese|zh', '中文|汉语'],
  'zh-Hant': ['zh-Hant', 'zh-Hant'],
};

/** A per-language head such as `Name (English)`, `名称（中文）` or `Name (pt)`. */
export function languageHead({ heads }: ColumnLayout, tag: string, language: Language): string {
  const words = LANGUAGE_WORDS[tag];
  const [head, named] = [writtenWord(heads, language), words === undefined ? tag : writtenWord(words, language)];
  return writing[language].inBrackets(head, named);
}

const tagOf = wordTable(LANGUAGE_WORDS);
const fieldOf = new Map(
  layouts.map((layout) => [layout, wordTable(Object.fromEntries(layout.columns.map(({ field, heads }) => [field, heads])))] as const),
);
const tableOf = wordTable(Object.fromEntries(layouts.map(({ table, names }) => [table, names])));

/** What a head says: the column, and its language where it names one. */
interface HeadSaid {
  readonly column: ColumnLayout;
  readonly tag: string | null;
}

/** Null where the head is none of the table's. Bilingual sheets say both in one cell: `Company name / 企业名称`. */
export function columnOfHead(layout: TableLayout, head: string): HeadSaid | null {
  for (const part of [head, ...head.split(/[\n/|]/)]) {
    const found = columnOfPart(layout, bareHead(part));
    if (found !== null) return found;
  }
  return null;
}

function columnOfPart(layout: TableLayout, head: string): HeadSaid | null {
  const columnOf = (word: string): ColumnLayout | undefined => {
    const field = fieldOf.get(layout)?.(word);
    return layout.columns.find((one) => one.field === field);
  };
  const exact = columnOf(head);
  if (exact !== undefined) return { column: exact, tag: null };
  const [, led = '', behind = ''] = /^(english|chinese|英文|中文)(.+)$/i.exec(head) ?? [];
  const [, word = behind, named = led] = /^(.+)\(([^()]+)\)$/.exec(head) ?? [];
  const found = columnOf(word);
  return found?.perLanguage === true ? { column: found, tag: tagOf(named) ?? named.trim() } : null;
}

/** The table that a sheet's or file's name says, with the role where the name is that of one: `Exhibitors`, `采购商名单`. */
export function layoutOfName(name: string): { readonly layout: TableLayout; readonly role: 'exhibitor' | 'buyer' | null } | null {
  const said = bareHead(name.replace(/\.(csv|tsv|txt|xlsx)$/i, ''));
  const table = tableOf(said);
  const layout = layouts.find((one) => one.table === table);
  if (layout === undefined) return null;
  const role = /^(exhibitors|展商)/i.test(said) ? 'exhibitor' : /^(buyers|采购商)/i.test(said) ? 'buyer' : null;
  return { layout, role };
}
