// Words that people use for kinds and stages of outcomes, in lists of their own.
import { wordTable } from '#reading/words.ts';
import type { OutcomeKind } from '../outcome.ts';
import type { Stage } from '../stages.ts';

const kinds: Readonly<Record<OutcomeKind, string>> = {
  deal: 'deal|deals|trade|trade deal|sale|sales|sales contract|purchase|contract|commercial|commercial deal|order|procurement|export|import|geschäft|contrat|交易|贸易|采购|销售|合同|订单|采购合同|贸易项目|成交|采购意向',
  project:
    'project|projects|joint project|cooperation|collaboration|cooperation project|research|programme|projekt|projet|项目|合作项目|合作|科研合作|共建项目|技术合作',
  investment:
    'investment|investments|fdi|inward investment|outward investment|invest|investition|investissement|投资|投资项目|招商|招商项目|外商投资|对外投资',
  service:
    'service|services|consulting|consultancy|advisory|design|architecture|training|dienstleistung|服务|服务项目|服务贸易|咨询|设计|设计服务|培训|技术服务',
  exchange:
    'exchange|exchanges|exchange agreed|event|visit|cultural|culture|student exchange|cultural exchange|austausch|échange|交流|交流约定|交流项目|文化交流|人员交流|活动',
  offer_made: 'offer|offers|offer made|proposal|pledge|angebot|offre|提议|合作提议|倡议|承诺',
};

const stages: Readonly<Record<Stage, string>> = {
  potential:
    'potential|lead|leads|prospect|opportunity|idea|identified|enquiry|inquiry|possible|pipeline|潜在|线索|机会|接触|初步接触|有意|储备',
  intended:
    'intended|intention|loi|letter of intent|mou|memorandum|negotiating|in negotiation|under negotiation|agreed in principle|planned|proposed|意向|意向签约|意向书|洽谈中|洽谈|谈判中|拟签约|备忘录|达成意向|签署备忘录',
  signed:
    'signed|contract signed|contracted|concluded|deal signed|unterzeichnet|signé|已签约|签约|已签|签订|已签订|已签署|签署|正式签约|已签合同',
  realised:
    'realised|realized|completed|complete|delivered|done|implemented|finished|paid|operational|in operation|abgeschlossen|réalisé|落实|已落实|完成|已完成|已实施|已投产|已交付|已到账|竣工|落地|已落地|履约|已履约',
  lapsed: 'lapsed|expired|dormant|no progress|stalled|gone quiet|失效|已失效|搁置|无进展|停滞|过期',
  cancelled: 'cancelled|canceled|terminated|withdrawn|abandoned|dropped|lost|fell through|取消|已取消|终止|已终止|撤销|放弃|流产',
};

export const kindOfWord = wordTable(kinds);
export const stageOfWord = wordTable(stages);
