// The sentences of the console in both languages, Chinese first.
const sentences = {
  'app.title': ['五有 · 管理台', 'Wuyou console'],
  'app.language': ['English', '中文'],
  'app.skip': ['跳到内容', 'Skip to content'],
  'app.signOut': ['退出', 'Sign out'],
  'app.graphiql': ['查询台', 'Query editor'],
  'tab.plugins': ['插件', 'Plugins'],
  'tab.log': ['变更记录', 'Log of changes'],

  'signIn.title': ['登录', 'Sign in'],
  'signIn.token': ['访问令牌', 'Access token'],
  'signIn.hint': [
    '管理员令牌在服务器首次启动时显示一次，或由 WUYOU_ADMIN_TOKEN 设定。令牌只留在本页面，关闭后即清除。',
    'The administrator’s token is printed once at the first start of the server, or set by WUYOU_ADMIN_TOKEN. It stays in this tab only and is gone when you close it.'],
  'signIn.go': ['登录', 'Sign in'],
  'signIn.refused': ['令牌无效或已停用。请核对后重新输入。', 'The token is not valid or no longer in use. Check it and try again.'],
  'signIn.notAdmin': ['此令牌没有管理权限。请改用管理员令牌。', 'This token has no administrator’s rights. Use an administrator’s token.'],

  'plugins.empty': ['还没有插件。把插件的 jar 文件拖到上方，或点“选择文件”。', 'No plugins yet. Drop a plugin’s jar file above, or choose one.'],
  'plugins.count': ['{0} 个插件，{1} 个运行中', '{0} plugins, {1} active'],
  'plugins.trouble': ['{0} 个需要处理', 'to look at: {0}'],
  'plugins.server': ['五有 {0} · 结构第 {1} 代', 'Wuyou {0} · schema generation {1}'],
  'plugins.development': ['开发模式：接受未签名的插件', 'Development mode: unsigned plugins are taken'],
  'plugins.lift': ['解除隔离', 'Lift quarantine'],
  'plugins.dependents': ['被依赖', 'Needed by'],
  'plugins.signedBy': ['签名', 'Signed by'],
  'plugins.unsigned': ['未签名', 'unsigned'],
  'plugins.name': ['插件', 'Plugin'],
  'plugins.version': ['版本', 'Version'],
  'plugins.state': ['状态', 'State'],
  'plugins.since': ['自', 'Since'],
  'plugins.actions': ['操作', 'Actions'],
  'plugins.rollback': ['回退到 {0}', 'Roll back to {0}'],
  'plugins.remove': ['移除', 'Remove'],
  'plugins.more': ['详情', 'Details'],
  'plugins.kept': ['保留的版本', 'Versions kept'],
  'plugins.requires': ['依赖', 'Requires'],
  'plugins.none': ['无', 'none'],
  'plugins.checksum': ['校验和', 'Checksum'],

  'state.UPLOADED': ['已上传', 'Uploaded'],
  'state.VERIFIED': ['已核验', 'Verified'],
  'state.RESOLVED': ['已解析', 'Resolved'],
  'state.STAGED': ['已就绪', 'Staged'],
  'state.ACTIVE': ['运行中', 'Active'],
  'state.DRAINING': ['排空中', 'Draining'],
  'state.RETIRED': ['已退役', 'Retired'],
  'state.QUARANTINED': ['已隔离', 'Quarantined'],
  'state.FAILED': ['失败', 'Failed'],

  'upload.title': ['安装或更新插件', 'Install or update a plugin'],
  'upload.drop': ['把 jar 文件拖到这里，或', 'Drop a jar file here, or'],
  'upload.choose': ['选择文件', 'choose a file'],
  'upload.note': ['先检查并给出影响报告，确认后才生效。', 'It is checked first and its impact shown; nothing changes until you confirm.'],
  'upload.checking': ['正在检查 {0}……', 'Checking {0} …'],
  'upload.notJar': ['{0} 不是 jar 文件。插件是 .jar 文件，由 mvn package 生成。', '{0} is not a jar file. A plugin is a .jar made by mvn package.'],

  'impact.install': ['安装 {0} {1}', 'Install {0} {1}'],
  'impact.update': ['更新 {0}：{1} → {2}', 'Update {0}: {1} → {2}'],
  'impact.rollback': ['回退 {0}：{1} → {2}', 'Roll back {0}: {1} → {2}'],
  'impact.remove': ['移除 {0} {1}', 'Remove {0} {1}'],
  'impact.lift': ['解除 {0} 的隔离', 'Lift the quarantine of {0}'],
  'impact.liftNote': ['它的字段将重新应答。若故障未除，会再次被隔离。', 'Its fields answer again. If the fault persists it is quarantined again.'],
  'impact.rollbackNote': ['切换到保留的版本，无停机。', 'Swaps to the version kept, without downtime.'],
  'impact.faults': ['不能生效，原因如下', 'Cannot go ahead, because'],
  'impact.unharmed': ['正在运行的系统没有受到影响。', 'The running system is untouched.'],
  'impact.remedy': ['处理', 'What to do'],
  'impact.nothing': ['接口、数据和政策都没有变化。', 'API, data and policies stay as they are.'],
  'impact.unchanged': ['与正在运行的版本完全相同，无需更新。', 'Identical to what runs; nothing to update.'],
  'impact.data': ['数据迁移', 'Data'],
  'impact.lossy': ['丢失数据', 'Loses data'],
  'impact.removedToo': ['依赖它的插件会一起移除', 'Plugins that need it are removed with it'],
  'impact.reloaded': ['同时重载的插件', 'Reloaded along with it'],
  'impact.broken': ['将不再有效的查询', 'Operations no longer valid'],
  'impact.file.ADDED': ['新增', 'added'],
  'impact.file.CHANGED': ['修改', 'changed'],
  'impact.file.REMOVED': ['删除', 'removed'],
  'impact.millis': ['（切换用时 {0} 毫秒）', ' (swapped in {0} ms)'],
  'impact.breaking': ['破坏性变更', 'Breaking'],
  'impact.schema': ['接口', 'API'],
  'impact.policy': ['政策', 'Policies'],
  'impact.dataLoss': ['会丢失数据。我已备份并确认。', 'Data will be lost. I have a backup and agree.'],
  'impact.breakingAgree': ['有破坏性变更，正在使用相关字段的客户端会出错。我已确认。', 'There are breaking changes: clients that use these fields will fail. I agree.'],
  'impact.removeNote': ['数据会保留，重新安装后可再用。', 'Its data is kept and answers again once it is back.'],
  'impact.confirm': ['确认生效', 'Go ahead'],
  'impact.confirmRemove': ['确认移除', 'Remove'],
  'impact.cancel': ['取消', 'Cancel'],
  'impact.close': ['关闭', 'Close'],
  'impact.working': ['正在切换……', 'Swapping …'],
  'impact.done': ['已完成：{0}', 'Done: {0}'],

  'log.empty': ['还没有变更。安装、更新、移除插件后会记在这里。', 'No changes yet. Installing, updating and removing plugins is recorded here.'],
  'log.time': ['时间', 'Time'],
  'log.who': ['操作人', 'Who'],
  'log.what': ['操作', 'What'],
  'log.subject': ['对象', 'Subject'],
  'log.summary': ['摘要', 'In brief'],
  'log.more': ['更早的记录', 'Earlier entries'],

  'trouble.unreachable': ['连不上服务器。请确认服务器在运行，然后重试。', 'The server cannot be reached. Check that it runs, then try again.'],
  'trouble.retry': ['重试', 'Try again'],
  'trouble.dismiss': ['知道了', 'Dismiss'],
};

let language = localStorage.getItem('wuyou.language') ?? 'zh';

export const currentLanguage = () => language;
export const locale = () => (language === 'zh' ? 'zh-CN' : 'en');

export function toggleLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('wuyou.language', language);
}

// The sentence of a key with its gaps {0}, {1} filled.
export function say(key, ...values) {
  const both = sentences[key];
  if (!both) throw new Error(`no sentence ${key}`);
  return both[language === 'zh' ? 0 : 1].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

export const has = (key) => key in sentences;

export const time = (instant) =>
  instant ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)) : '';
