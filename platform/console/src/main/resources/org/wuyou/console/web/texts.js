// The sentences of the console in both languages, Chinese first.
const sentences = {
  'app.title': ['五有 · 管理台', 'Wuyou console'],
  'app.language': ['English', '中文'],
  'app.skip': ['跳到内容', 'Skip to content'],
  'app.signOut': ['退出', 'Sign out'],
  'app.graphiql': ['查询台', 'Query editor'],
  'app.pages': ['页面', 'Pages'],
  'tab.targets': ['目标', 'Targets'],
  'tab.enterprises': ['企业', 'Enterprises'],
  'tab.rules': ['规则', 'Rules'],
  'tab.plugins': ['插件', 'Plugins'],
  'tab.log': ['变更记录', 'Log of changes'],

  'signIn.title': ['登录', 'Sign in'],
  'signIn.token': ['访问令牌', 'Access token'],
  'signIn.hint': [
    '管理员令牌在服务器首次启动时显示一次，或由 WUYOU_ADMIN_TOKEN 设定；只读令牌向管理员索取。令牌只留在本页面，关闭后即清除。',
    'The administrator’s token is printed once at the first start of the server, or set by WUYOU_ADMIN_TOKEN; ask the administrator for one to read with. It stays in this tab only and is gone when you close it.'],
  'signIn.go': ['登录', 'Sign in'],
  'signIn.refused': ['令牌无效或已停用。请核对后重新输入。', 'The token is not valid or no longer in use. Check it and try again.'],

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

  'page.asking': ['正在计算……', 'Working it out …'],
  'list.comma': ['、', ', '],
  'list.semicolon': ['；', '; '],
  'list.colon': ['：', ': '],
  'table.search': ['在表中查找', 'Find in the table'],
  'table.count': ['{0} 行', '{0} rows'],
  'table.nothing': ['没有含“{0}”的行。', 'No row contains “{0}”.'],
  'table.pages': ['翻页', 'Pages of the table'],
  'table.page': ['第 {0} / {1} 页', 'Page {0} of {1}'],
  'table.back': ['上一页', 'Previous'],
  'table.on': ['下一页', 'Next'],

  'targets.noRegion': ['还没有政策包。到“插件”页安装区域政策包，或用 wuyou policy new 新建一个。', 'No policy bundle yet. Install a region’s bundle on the Plugins page, or make one with wuyou policy new.'],
  'targets.unknownRegion': ['区域 {0} 没有政策包。', 'Region {0} has no policy bundle.'],
  'targets.none': ['这个政策包没有目标。', 'This bundle sets no targets.'],
  'targets.inForce': ['施行期 {0} – {1}', 'In force {0} – {1}'],
  'targets.open': ['未定', 'open'],
  'targets.rules': ['查看规则', 'See its rules'],
  'targets.region': ['区域', 'Region'],
  'targets.year': ['年度', 'Year'],
  'targets.wholePlan': ['计划期末', 'End of the plan'],
  'targets.scope': ['市、县', 'City, county'],
  'targets.whole': ['全区域', 'The whole region'],
  'targets.asOf': ['截至日期', 'As of'],
  'targets.target': ['目标', 'Target'],
  'targets.found': ['实际', 'Found'],
  'targets.wanted': ['应达', 'To reach'],
  'targets.status': ['状况', 'Status'],
  'targets.due': ['到期', 'Due'],
  'targets.who': ['差在哪里', 'What is missing'],
  'targets.why': ['逐条说明', 'Clause by clause'],
  'targets.strive': ['力争', 'striven for'],
  'targets.tally': ['完成 {0}，未完成 {1}，未评 {2}', '{0} met, {1} not met, {2} not assessed'],
  'subjects.short': ['未完成 {0} 个', '{0} fall short'],
  'subjects.without': ['不符合 {0} 个', '{0} do not satisfy it'],
  'subjects.excluded': ['未报数而未计入 {0} 个', '{0} left out for want of reports'],
  'subjects.undetermined': ['不能断定 {0} 个', '{0} cannot be told'],
  'subjects.more': ['另有 {0} 个', '{0} more'],

  'rules.all': ['全部规则', 'All rules'],
  'rules.unknown': ['没有规则 {0}。', 'There is no rule {0}.'],
  'rules.bundle': ['插件 {0} {1}，{2} 个用例', 'Plugin {0} {1}, {2} cases'],
  'rules.name': ['名称', 'Name'],
  'rules.kind': ['种类', 'Kind'],
  'rules.article': ['条款', 'Article'],
  'rules.departments': ['责任单位', 'Departments'],
  'rules.inForce': ['施行期', 'In force'],
  'rules.wanted': ['要求', 'What is asked'],
  'rules.yearly': ['（每年）', ' (every year)'],
  'rules.parameters': ['参数', 'Parameters'],
  'rules.value': ['取值', 'Value'],
  'rules.noValue': ['文件未定', 'left open by the document'],
  'rules.since': ['自 {0} 起', 'from {0}'],
  'rules.readings': ['口径', 'Readings'],
  'rules.usual': ['默认', 'usual'],
  'kind.targets': ['目标', 'Target'],
  'kind.standards': ['标准', 'Standard'],
  'kind.tiers': ['档次表', 'Tiers'],
  'kind.scorecards': ['评分表', 'Scorecard'],

  'enterprises.search': ['名称、曾用名或代码', 'Name, former name or code'],
  'enterprises.go': ['查找', 'Search'],
  'enterprises.count': ['共 {0} 家', '{0} enterprises'],
  'enterprises.name': ['企业名称', 'Name'],
  'enterprises.uscc': ['统一社会信用代码', 'Credit code'],
  'enterprises.division': ['区划', 'Division'],
  'enterprises.empty': ['登记册里还没有企业。用 wuyou import Enterprise 文件 导入。', 'The register is empty. Bring enterprises in with wuyou import Enterprise FILE.'],
  'enterprises.notFound': ['没有找到“{0}”。试试名称里的几个字，或统一社会信用代码。', 'Nothing found for “{0}”. Try a part of the name, or the credit code.'],
  'enterprises.unknown': ['没有企业 {0}，或无权查看。', 'There is no enterprise {0}, or you may not see it.'],
  'enterprises.back': ['全部企业', 'All enterprises'],
  'enterprises.noReturn': ['这家企业还没有年度报表，判定会缺少事实。', 'This enterprise has no yearly return yet, so facts will be missing.'],
  'enterprises.fiveHaves': ['五有', 'The five haves'],
  'enterprises.standards': ['认定与标准', 'Standards'],
  'enterprises.targets': ['企业目标', 'Targets of the enterprise'],
  'enterprises.nothing': ['{0} 年没有适用于这家企业的规则。', 'No rule applies to this enterprise in {0}.'],
  'have.INSTITUTION': ['有机构', 'Institution'],
  'have.PROJECT': ['有项目', 'Project'],
  'have.ACCOUNT': ['有账户', 'Account'],
  'have.FUNDS': ['有资金', 'Funds'],
  'have.PERSONNEL': ['有科研人员', 'Personnel'],

  'have.MET': ['具备', 'In place'],
  'have.NOT_MET': ['不具备', 'Not in place'],
  'have.UNDETERMINED': ['待补充', 'Cannot be told'],

  'finding.MET': ['符合', 'Met'],
  'finding.NOT_MET': ['不符合', 'Not met'],
  'finding.UNDETERMINED': ['待补充', 'Cannot be told'],
  'finding.value': ['实际 {0}', 'found {0}'],
  'finding.requirement': ['应 {0}', 'required {0}'],
  'finding.missing': ['待补充：{0}', 'to supply: {0}'],
  'finding.article': ['依据{0}', 'rests on {0}'],
  'status.MET': ['完成', 'Met'],
  'status.NOT_MET': ['未完成', 'Not met'],
  'status.NOT_DUE': ['未到期', 'Not due'],
  'status.NO_DATA': ['没有数据', 'No data'],
  'status.NO_BASE': ['没有基数', 'No base'],
  'status.UNDETERMINED': ['待补充', 'Undetermined'],
  'status.NO_THRESHOLD': ['文件未给数值', 'No figure named'],
  'status.NO_TARGET_FOR_YEAR': ['该年度没有目标', 'None that year'],
  'status.PLAN_FIGURE_MISSING': ['缺计划数', 'Plan figure missing'],
  'status.AMOUNT_NOT_SET': ['金额未定', 'Amount not set'],
  'status.OUT_OF_SCOPE': ['不适用', 'Out of scope'],
  'status.NOT_IN_FORCE': ['不在施行期', 'Not in force'],
  'status.ELIGIBLE': ['符合', 'Eligible'],
  'status.INELIGIBLE': ['不符合', 'Ineligible'],

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

// A text given in both languages, as the API writes it.
export const both = (text) => (text ? text[language === 'zh' ? 'zh' : 'en'] : '');

// Comparisons as people write them.
export const sign = (text) => (text ?? '').replace('>=', '≥').replace('<=', '≤');

// A day without a time, as it is written in the language of the page.
export const date = (day) => (day
  ? new Intl.DateTimeFormat(locale(), { dateStyle: language === 'zh' ? 'short' : 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)) : '');

// An exact decimal with its thousands set apart; no digit is lost.
export function figure(decimal) {
  const [whole, part] = String(decimal).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
}
