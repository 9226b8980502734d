import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'accounts.email_missing': '请输入电子邮箱。',
  'accounts.password_missing': '请输入密码。',
  'accounts.wrong_credentials': '邮箱地址或密码有误。',
  'accounts.link_expired': '该链接已使用或已过期，请重新获取。',
  'accounts.sign_in_refused': '登录未成功，请重试。',
  'accounts.password_too_short': '至少12个字符。',
  'accounts.password_too_long': '最多128个字符。',
  'accounts.passkey_too_late': '等待时间过长，请重试。',
  'accounts.passkey_unknown': '系统没有此通行密钥的记录，或已被移除。请改用其他方式登录。',
  'accounts.passkey_refused': '未能验证通行密钥，请重试或改用其他方式登录。',
  'accounts.passkey_without_owner': '设备未验证指纹、面容或锁屏密码。请先为设备设置锁屏，再重试。',
  'accounts.institution_silent': '贵机构的登录系统暂无响应，请稍后重试或改用其他方式登录。',
  'accounts.institution_too_late': '登录已超时，或不是在本浏览器中发起，请重新登录。',
  'accounts.institution_declined': '贵机构未予登录。',
  'accounts.institution_refused': '未能核验贵机构返回的登录信息，请重试；如仍不成功，请联系工作台管理员。',
  'accounts.institution_unverified': '贵机构尚未验证您的邮箱地址，请联系其信息技术部门，或改用其他方式登录。',
  'accounts.institution_other_domain': '您的邮箱不在该机构可登录的范围内，请改用其他方式登录。',
  'accounts.institution_not_invited': '身份已确认，但尚无单位以该邮箱邀请您，请联系所在单位负责人。',
  'accounts.institution_taken': '该邮箱已与贵机构的另一身份关联。请改用其他方式登录，在“我的账号”中解除关联。',
  'accounts.member_already': '此人已是成员。',
  'accounts.slug_taken': '简称{{slug}}已由其他单位使用。',
  'accounts.sole_owner': '您是{{offices}}的唯一负责人。请先将另一名成员设为负责人，再注销账号。',
  'accounts.last_owner': '每个单位至少保留一名负责人，请先指定他人为负责人。',
});
