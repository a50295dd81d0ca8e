// node requests.mjs DATA OUT: the rows as files the product takes (OUT/*.csv) and its four queries, one JSON request a line (OUT/q1.txt … q4.txt).
import fs from 'node:fs';
import path from 'node:path';
const [data, out] = process.argv.slice(2);
const lines = (name) => fs.readFileSync(path.join(data, name), 'utf8').trimEnd().split('\n').map((line) => line.split(','));
const write = (name, header, rows) => fs.writeFileSync(path.join(out, name), [header, ...rows].join('\n') + '\n');
const truth = (letter) => (letter === 't' ? 'true' : 'false');
fs.mkdirSync(out, { recursive: true });

const code = new Map();
write('BenchFirm.csv', 'creditCode,name,regionCode,divisionCode,regType,employees,revenue,foundedYear,aboveScale',
  lines('enterprises.csv').map(([id, ...row]) => { code.set(id, row[0]); return [...row.slice(0, 8), truth(row[8])].join(','); }));
write('BenchFiling.csv', 'firm.creditCode,year,rdSpend,rdPersonnel,projectCount,institutionCount,status',
  lines('filings.csv').map(([, firm, ...row]) => [code.get(firm), ...row].join(',')));
write('BenchPatent.csv', 'firm.creditCode,number,kind,year,granted',
  lines('patents.csv').map(([, firm, number, kind, year, granted]) => [code.get(firm), number, kind, year, truth(granted)].join(',')));

const page = (more) => `query Q($d: String!, $lo: Int!, $hi: Int!) { benchFirms(first: 50, where: {divisionCode: {eq: $d}, revenue: {ge: $lo, le: $hi}}, orderBy: [{revenue: DESC}, {id: ASC}]) { nodes { creditCode name revenue employees ${more} } } }`;
const range = (v) => ({ d: v.div, lo: +v.lo, hi: +v.hi });
const queries = {
  q1: ['query Q($cc: String!) { benchFirm(creditCode: $cc) { creditCode name revenue filings(orderBy: [{year: ASC}]) { nodes { year rdSpend rdPersonnel status } } } }', (v) => ({ cc: v.cc })],
  q2: [page(''), range],
  q3: [page('filings(orderBy: [{year: ASC}]) { nodes { year rdSpend status } } patents { totalCount }'), range],
  q4: ['query Q($y: Int!) { benchFilingsAggregate(where: {year: {eq: $y}}, groupBy: [{firm: {divisionCode: VALUE}}]) { keys count sum { rdSpend } } }', (v) => ({ y: v.year })],
};
for (const [name, [query, variables]] of Object.entries(queries)) {
  const sets = JSON.parse(fs.readFileSync(path.join(data, `vars-${name}.json`), 'utf8'));
  fs.writeFileSync(path.join(out, `${name}.txt`), sets.map((v) => JSON.stringify({ query, variables: variables(v) })).join('\n') + '\n');
}
