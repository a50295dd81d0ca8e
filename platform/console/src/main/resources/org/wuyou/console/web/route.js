// Where in the console one is: #/targets/140500?year=2021 is {page: 'targets', parts: ['140500'], query: {year: '2021'}}.
export function route() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...parts] = path.split('/').map(decodeURIComponent);
  return { page, parts, query: Object.fromEntries(new URLSearchParams(search)) };
}

// The address of a place; what is empty is left out.
export function href(page, parts = [], query = {}) {
  const given = Object.entries(query).filter(([, value]) => value != null && value !== '');
  const search = new URLSearchParams(given).toString();
  return `#/${[page, ...parts].map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

export const go = (page, parts, query) => { location.hash = href(page, parts, query); };

// The same place with other answers to its questions.
export const ask = (query) => {
  const here = route();
  go(here.page, here.parts, { ...here.query, ...query });
};
