// node compare.mjs REFERENCE_URL REFERENCE_REQUESTS PRODUCT_URL PRODUCT_REQUESTS TOKEN [SAMPLES=200]: the same questions to both, answers compared in one form.
import fs from 'node:fs';
import path from 'node:path';
const [referenceUrl, referenceRequests, productUrl, productRequests, token, samples = '200'] = process.argv.slice(2);
const firm = (f) => f && {
  code: f.creditCode, name: f.name, revenue: f.revenue, employees: f.employees, patents: f.patents?.totalCount,
  filings: f.filings?.nodes.map((y) => [y.year, y.rdSpend, y.rdPersonnel, y.status]),
};
const group = (g) => (g.keys ? [g.keys[0], g.count, String(g.sum.rdSpend)] : [g.divisionCode, g.enterprises, String(g.rdSpend)]);
const canonical = (query, answer) => {
  const value = Object.values(answer.data)[0];
  return JSON.stringify(query === 'q1' ? firm(value) : query === 'q4' ? value.map(group).sort() : value.nodes.map(firm));
};
const ask = async (url, body) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await (await fetch(url, { method: 'POST', headers, body })).json();
  if (answer.errors) throw new Error(`${url} refuses ${body}: ${JSON.stringify(answer.errors)}`);
  return answer;
};
const requests = (folder, query) => fs.readFileSync(path.join(folder, `${query}.txt`), 'utf8').trimEnd().split('\n').slice(0, +samples);
let different = 0;
for (const query of ['q1', 'q2', 'q3', 'q4']) {
  const theirs = requests(referenceRequests, query);
  const ours = requests(productRequests, query);
  let equal = 0;
  for (let i = 0; i < ours.length; i++) {
    const wanted = canonical(query, await ask(referenceUrl, theirs[i]));
    const found = canonical(query, await ask(productUrl, ours[i]));
    if (wanted === found) equal++;
    else if (different++ < 3) console.log(`${query} differs for ${ours[i]}\n  reference ${wanted.slice(0, 300)}\n  product   ${found.slice(0, 300)}`);
  }
  console.log(`${query}: ${equal} of ${ours.length} answers equal`);
}
process.exit(different ? 1 : 0);
