// Chinese words of the audit log: what was done, and what each field is called.
import { translate } from '#kernel/translation.ts';
import type { logEn } from './log-text.en.ts';

export const logZh = translate<typeof logEn>()({
  'organisations.log_add_contact': '新增联系人',
  'organisations.log_create_organisation': '新增机构',
  'organisations.log_end_contact': '录入联系人离任日期',
  'organisations.log_erase_contact': '注销联系人信息',
  'organisations.log_set_organisation_audience': '变更机构可见范围',
  'organisations.log_update_contact': '修改联系人',
  'organisations.log_update_organisation': '修改机构',
  'organisations.field_languages': '语言',
  'organisations.field_website': '网站',
  'organisations.field_fromDate': '起始日期',
  'organisations.field_toDate': '截止日期',
  'organisations.field_created': '新建',
  'organisations.field_organisationId': '机构',
  'organisations.field_city': '城市',
  'organisations.field_surname': '姓',
  'organisations.field_givenName': '名',
  'organisations.field_nameOrder': '书写顺序',
  'organisations.field_post': '职务',
});
