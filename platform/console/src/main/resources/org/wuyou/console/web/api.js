import { locale } from './texts.js';

// The server said no; faults are {code, message, place, remedy}.
export class Refused extends Error {
  constructor(code, faults) {
    super(code);
    this.code = code;
    this.faults = faults;
  }
}

const documents = {};

// One operation of a document with the fragments it needs, so that what another asks cannot spoil it.
async function operation(file, name) {
  const text = await (documents[file] ??= fetch(`/console/${file}.graphql`).then((answer) => answer.text()));
  const parts = new Map(text.split(/^(?=(?:query|mutation|fragment) )/m).slice(1)
    .map((part) => [part.match(/^\w+ (\w+)/)[1], part]));
  const wanted = new Set([name]);
  for (const one of wanted) for (const [, fragment] of parts.get(one).matchAll(/\.\.\.(\w+)/g)) wanted.add(fragment);
  return [...wanted].map((one) => parts.get(one)).join('');
}

// One server under one token: the same operations the command line uses.
export class Api {
  #token;

  constructor(token) {
    this.#token = token;
  }

  async overview() {
    const { serverStatus, plugins } = await this.#run('Overview');
    return { ...serverStatus, plugins: plugins.map(toPlugin) };
  }

  async changes(first) {
    const { nodes, totalCount } = (await this.#run('Changes', { first })).auditEntries;
    return { entries: nodes, more: totalCount > nodes.length };
  }

  // Uploads a jar and tells what deploying it would do.
  async inspect(file) {
    const rehearsal = await this.#send('/plugins?mode=preview', file, 'application/java-archive');
    return {
      report: toReport(rehearsal.replaces ? 'update' : 'install', rehearsal),
      carryOut: (allowLoss) =>
        this.#deploy(rehearsal.replaces ? 'Update' : 'Install', { upload: rehearsal.upload, allowLoss }),
    };
  }

  rollback(plugin) {
    const to = plugin.kept[0];
    return {
      report: plainReport('rollback', plugin, { from: plugin.version, to }),
      carryOut: () => this.#deploy('Rollback', { module: plugin.name, version: to }),
    };
  }

  remove(plugin) {
    return {
      report: plainReport('remove', plugin, { from: plugin.version, dependents: plugin.dependents }),
      carryOut: () => this.#deploy('Remove', { module: plugin.name, cascade: plugin.dependents.length > 0 }),
    };
  }

  lift(plugin) {
    return {
      report: plainReport('lift', plugin, { from: plugin.version }),
      carryOut: () => this.#deploy('LiftQuarantine', { module: plugin.name }),
    };
  }

  async #deploy(operation, variables) {
    const [report] = Object.values(await this.#run(operation, variables));
    return { faults: report.faults.map(toFault), name: report.plugin, version: report.version, millis: report.swapMillis };
  }

  // What an operation of policies.graphql answers.
  policies(name, variables) {
    return this.#run(name, variables, 'policies');
  }

  async #run(operationName, variables = {}, file = 'operations') {
    const body = JSON.stringify({ query: await operation(file, operationName), operationName, variables });
    const { data, errors } = await this.#send('/graphql', body, 'application/json');
    if (errors?.length) throw refusal(errors);
    return data;
  }

  async #send(path, body, type) {
    const answer = await fetch(path, {
      method: 'POST',
      body,
      headers: {
        Authorization: `Bearer ${this.#token}`, 'Content-Type': type, Accept: 'application/json', 'Accept-Language': locale(),
      },
    });
    const json = await answer.json();
    if (answer.status === 401) throw new Refused('UNAUTHENTICATED', []);
    if (!answer.ok && json.errors) throw refusal(json.errors);
    return json;
  }
}

function refusal(errors) {
  const faults = errors.map((error) => ({ code: error.extensions?.code ?? 'ERROR', message: error.message, remedy: error.extensions?.remedy }));
  return new Refused(faults[0].code, faults);
}

const toFault = (fault) => ({ ...fault, place: [fault.file, fault.line, fault.column].filter(Boolean).join(':') });

const toPlugin = (plugin) => ({
  name: plugin.module,
  version: plugin.version,
  state: plugin.state,
  since: plugin.activeSince,
  signedBy: plugin.signedBy,
  requires: plugin.requires,
  dependents: plugin.dependents,
  kept: plugin.versions.filter((one) => one.kept && one.version !== plugin.version).map((one) => one.version),
  checksum: plugin.versions.find((one) => one.version === plugin.version)?.sha256,
  faults: plugin.diagnostics.map(toFault),
});

const toReport = (kind, { plugin, version, replaces, outcome, faults, impact }) => ({
  kind,
  name: plugin,
  from: replaces,
  to: version,
  unchanged: outcome === 'UNCHANGED',
  faults: faults.map(toFault),
  changes: impact.schemaChanges,
  migration: impact.migration,
  policyChanges: impact.policyChanges,
  effects: impact.policyShifts,
  dependents: impact.dependents,
  broken: impact.brokenOperations,
});

const plainReport = (kind, plugin, parts) => ({
  kind, name: plugin.name, faults: [], changes: [], migration: [], policyChanges: [], effects: [], dependents: [], broken: [], ...parts,
});
