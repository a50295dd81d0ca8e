// node summary.mjs RESULTS: medians of the runs, and the product as a ratio of each reference server.
import fs from 'node:fs';
const runs = fs.readFileSync(process.argv[2], 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const servers = [...new Set(runs.map((run) => run.server))];
const others = servers.filter((server) => server !== 'wuyou');
const cells = [...new Set(runs.map((run) => `${run.query} ${run.connections}`))];
const of = (server, cell, figure) => median(runs.filter((run) => run.server === server && `${run.query} ${run.connections}` === cell).map((run) => run.result[figure]));
// What takes the product's time, as a sampling profiler shows it.
const bound = {
  q1: 'the way of a request: HTTP, admission, the engine\'s own work for each request; the row is found by its key',
  q2: 'finding the page in the store, then completion of 200 fields by the engine',
  q3: 'completion of some 500 fields and 100 nested lists by the engine; the store takes a quarter',
  q4: 'completion of the groups by the engine; the figures of a snapshot are worked out once',
};
console.log(`requests/s (p50 ms, p99 ms)\n${['query', 'conn.', ...servers, ...others.map((o) => `wuyou/${o}`)].join('\t')}`);
for (const cell of cells) {
  const speed = (server) => of(server, cell, 'rps');
  const figures = servers.map((server) => `${speed(server).toFixed(0)} (${of(server, cell, 'p50').toFixed(1)}, ${of(server, cell, 'p99').toFixed(1)})`);
  console.log([...cell.split(' '), ...figures, ...others.map((o) => (speed('wuyou') / speed(o)).toFixed(2))].join('\t'));
}
const failed = runs.reduce((sum, run) => sum + run.result.failed, 0);
console.log(`failed requests: ${failed}`);
for (const query of [...new Set(runs.map((run) => run.query))]) console.log(`${query} is bound by ${bound[query]}`);
process.exit(failed ? 1 : 0);
