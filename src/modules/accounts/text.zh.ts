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
  'accounts.member_already': '此人已是成员。',
  'accounts.slug_taken': '简称{{slug}}已由其他单位使用。',
  'accounts.sole_owner': '您是{{offices}}的唯一负责人。请先将另一名成员设为负责人，再注销账号。',
  'accounts.last_owner': '每个单位至少保留一名负责人，请先指定他人为负责人。',
});
